using System.Net;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Safety;

/// <summary>
/// Whether a request comes from our own pages. There is no sign-in yet, so no token can be tied to a person; instead the browser's own word on where a form
/// was sent from must name this server, and the server must have been addressed as this machine (a name that somebody points here later does not do).
/// </summary>
internal static class OwnOrigin
{
    /// <summary>Whether the server was addressed as this machine.</summary>
    public static bool IsLocal(HttpRequest request) =>
        request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a request that changes something was sent by a page of this server, or by no browser at all.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.FirstOrDefault() is not { } origin || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
