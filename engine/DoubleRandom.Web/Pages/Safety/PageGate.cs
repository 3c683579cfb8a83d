using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Safety;

/// <summary>Stands before every page: writes the headers and turns away what does not come from our own pages.</summary>
internal sealed class PageGate(FrameReader frames) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SecurityHeaders.Write(http.Response);
        http.Response.Headers.CacheControl = "no-store";
        var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (OwnOrigin.IsLocal(http.Request) && (isSafe || OwnOrigin.IsOwn(http.Request)))
            return next(context);
        return ValueTask.FromResult<object?>(PageResults.Page<TroublePage>(frames.Of(http), TroubleView.Foreign.Title, TroubleView.Foreign, TroubleView.Foreign.Status));
    }
}
