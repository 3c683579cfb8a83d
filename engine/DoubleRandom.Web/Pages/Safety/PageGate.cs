using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Safety;

/// <summary>Stands before every page: writes the headers that keep it to itself. Requests of other sites were turned away before.</summary>
internal sealed class PageGate : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        SecurityHeaders.Write(context.HttpContext.Response);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
