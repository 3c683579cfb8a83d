using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Guards;

/// <summary>
/// Refuses changes that a page of another origin asks a reader's browser to make. Browsers say where a request comes from (Fetch Metadata, Origin);
/// programs that are no browsers say nothing and may pass.
/// </summary>
internal sealed class SameOriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        IsReading(http.Request.Method) || IsOwn(http.Request) ? next(http) : new ProblemResult(ProblemKind.CrossSite).ExecuteAsync(http);

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"], request.Headers.Origin);
        var isOwnSite = site.Count == 0 || site is ["same-origin"] or ["none"];
        return isOwnSite && (origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase));
    }
}
