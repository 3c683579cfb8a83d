using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>Answers with a problem, in the language that the reader asked for.</summary>
internal sealed class ProblemResult(ProblemKind kind, params IReadOnlyList<Refusal> errors) : IResult
{
    private const int MostErrors = 200;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Whether the thing is no longer in the state that the request supposes.</summary>
    public bool IsConflict => kind == ProblemKind.Conflict;

    /// <summary>What happened since the version that the request had seen; null when that is not why.</summary>
    public IReadOnlyList<ProblemChange>? Changes { get; init; }

    /// <summary>The answer to a use case's refusals: 404 when the thing itself is unknown, 409 when it is settled, 413 when a file is too large, otherwise 422.</summary>
    public static ProblemResult Of(IReadOnlyList<Refusal> refusals, IReadOnlyList<ProblemChange>? changes = null)
    {
        ProblemKind[] byWeight = [ProblemKind.NotFound, ProblemKind.Conflict, ProblemKind.TooLarge, ProblemKind.Refused];
        return new(byWeight.First(kind => kind == ProblemKind.Refused || refusals.Any(refusal => KindOf(refusal) == kind)), refusals) { Changes = changes };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var language = ReaderLanguage.Of(request);
        response.StatusCode = kind.Status;
        response.Headers.ContentLanguage = language is "en" ? "en" : "zh-CN";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.CacheControl = "no-store";
        if (kind == ProblemKind.Unavailable)
            response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var document = new ProblemDocument($"/problems/{kind.Slug}", kind.Title.In(language), kind.Status, Detail(language), Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier, Told()) { Changes = Changes };
        await response.WriteAsJsonAsync(document, ApiJson.Options, "application/problem+json; charset=utf-8", CancellationToken.None);
    }

    private static ProblemKind KindOf(Refusal refusal) => refusal.Code switch
    {
        "deadline-unknown" or "submission-unknown" or "instance-unknown" or "workflow-unknown" or "workflow-gone" or "no-such-task" or "no-such-action" or "directory-unknown" or "row-unknown" or "draw-unknown" => ProblemKind.NotFound,
        "deadline-settled" or "submission-decided" or "deadline-not-planned" => ProblemKind.Conflict,
        "inspection-unknown" or "department-unknown" => ProblemKind.NotFound,
        "notice-unknown" or "circular-unknown" => ProblemKind.NotFound,
        "inspection-cancelled" or "circular-settled" or "circular-not-late" => ProblemKind.Conflict,
        "directory-busy" or "stale" or "version-unknown" or "outrun" or "task-over" or "not-running" or "not-ended" or "in-other-hands" or "one-at-a-time" or "not-claimed" or "version-unreadable" => ProblemKind.Conflict,
        "draw-frozen" or "draw-abandoned" or "draw-not-frozen" or "draw-witness-gave" or "draw-beacon-entered" or "draw-not-seeded" or "draw-not-drawn" or "draw-not-dispatched" or "draw-drawn" or "draw-superseded" => ProblemKind.Conflict,
        "attachment-too-large" => ProblemKind.TooLarge,
        _ => ProblemKind.Refused,
    };

    /// <summary>Every error, unless there are so many that nobody would read them: ten thousand unknown fields are one mistake.</summary>
    private IReadOnlyList<Refusal> Told() => errors.Count <= MostErrors ? errors : [.. errors.Take(MostErrors), Faults.More(errors.Count - MostErrors)];

    private string Detail(string language) => errors switch
    {
        [] => kind.Detail.In(language),
        [var error, ..] when language is "en" => $"{error.Problem.En}: {error.Remedy.En}.",
        [var error, ..] => $"{error.Problem.Zh}：{error.Remedy.Zh}。",
    };
}
