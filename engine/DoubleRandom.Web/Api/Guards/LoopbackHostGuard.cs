using System.Net;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Guards;

/// <summary>
/// Refuses requests whose Host header does not name this machine. A foreign page whose name is made to resolve to 127.0.0.1 (DNS rebinding) would otherwise
/// count as our own origin, and there is no sign-in yet that would stop it.
/// </summary>
internal sealed class LoopbackHostGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        IsLoopback(http.Request.Host.Host) ? next(http) : new ProblemResult(ProblemKind.Misdirected).ExecuteAsync(http);

    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
