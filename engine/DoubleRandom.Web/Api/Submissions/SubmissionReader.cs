using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>Reads a submission from JSON, or from a form with files.</summary>
internal static class SubmissionReader
{
    /// <summary>The largest submission with all its files.</summary>
    public const long MostBytes = 100 * 1_048_576;

    private static readonly FormOptions Limits = new()
    {
        MultipartBodyLengthLimit = MostBytes,
        ValueLengthLimit = (int)JsonBody.MostBytes,
        ValueCountLimit = 16,
    };

    /// <summary>What is handed in, or the problem that it is.</summary>
    public static async Task<(Handing? Handing, ProblemResult? Problem)> ReadAsync(HttpRequest request, DeadlineKey key, CancellationToken cancel)
    {
        if (!IdempotencyKey.IsGood(request))
            return (null, new(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header)));
        if (request.HasFormContentType)
            return await FormAsync(request, key, cancel);
        var body = await JsonBody.ReadAsync<SubmissionRequest>(request, cancel);
        return body.Value is { } asked ? Hand(request, key, asked.By, asked.Content, []) : (null, body.Problem);
    }

    private static async Task<(Handing? Handing, ProblemResult? Problem)> FormAsync(HttpRequest request, DeadlineKey key, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(Limits, cancel);
        if (form.Files.FirstOrDefault(UploadedFile.IsTooLarge) is { } large)
            return (null, ProblemResult.Of([UploadedFile.TooLarge(large)]));
        if (!form.ContainsKey("content"))
            return (null, new(ProblemKind.Invalid, Faults.MissingKey("content")));
        var body = JsonBody.Read<SubmissionRequest>(Encoding.UTF8.GetBytes($$"""{"content":{{form["content"]}}}"""));
        if (body.Value is not { } asked)
            return (null, body.Problem);
        var files = new List<HandedFile>();
        foreach (var file in form.Files)
            files.Add(await UploadedFile.ReadAsync(file, cancel));
        return Hand(request, key, form.TryGetValue("by", out var by) ? by.ToString() : null, asked.Content, files);
    }

    private static (Handing? Handing, ProblemResult? Problem) Hand(HttpRequest request, DeadlineKey key, string? by, JsonElement? content, IReadOnlyList<HandedFile> files) =>
        content is { ValueKind: not JsonValueKind.Null } given
            ? (new(key, given, files, ActingPerson.Of(request, by), IdempotencyKey.Of(request)), null)
            : (null, new(ProblemKind.Invalid, Faults.MissingKey("content")));
}
