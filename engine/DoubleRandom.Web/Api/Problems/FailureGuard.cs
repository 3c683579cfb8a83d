using System.Net.Sockets;
using DoubleRandom.Core;
using DoubleRandom.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>Turns every failure beneath the API's addresses into a problem: nothing of the inside is shown, and the log has it by its trace id.</summary>
internal sealed class FailureGuard(RequestDelegate next, ILogger<FailureGuard> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!ApiPaths.Include(http.Request.Path))
        {
            await next(http);
            return;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, failure);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            await new ProblemResult(ProblemKind.Of(http.Response.StatusCode)).ExecuteAsync(http);
    }

    private async Task AnswerAsync(HttpContext http, Exception failure)
    {
        var kind = KindOf(failure);
        log.Log(kind.Status >= 500 ? LogLevel.Error : LogLevel.Information, failure, "{Method} {Path} failed with {Status}; trace {Trace}", http.Request.Method, http.Request.Path, kind.Status, http.TraceIdentifier);
        http.Response.Clear();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        Refusal[] errors = failure is InvalidDataException ? [Faults.FormUnreadable] : [];
        await new ProblemResult(kind, errors).ExecuteAsync(http);
    }

    private static ProblemKind KindOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => ProblemKind.Of(bad.StatusCode),
        InvalidDataException => ProblemKind.Invalid,
        PostgresException { SqlState: var state } => IsAway(state) ? ProblemKind.Unavailable : ProblemKind.Internal,
        NpgsqlException or SocketException or DatabaseUnavailableException => ProblemKind.Unavailable,
        _ => ProblemKind.Internal,
    };

    /// <summary>Connection lost (08), out of resources (53), shut down by an operator (57), unknown database (3D).</summary>
    private static bool IsAway(string state) => state[..2] is "08" or "53" or "57" or "3D";
}
