using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>Reads a submission from JSON, or from a form with files.</summary>
internal static class SubmissionReader
{
    /// <summary>The largest submission with all its files.</summary>
    public const long MostBytes = 100 * 1_048_576;

    private const int LongestName = 200;

    private static readonly FormOptions Limits = new()
    {
        MultipartBodyLengthLimit = MostBytes,
        ValueLengthLimit = (int)JsonBody.MostBytes,
        ValueCountLimit = 16,
    };

    /// <summary>What is handed in, or the problem that it is.</summary>
    public static async Task<(Handing? Handing, ProblemResult? Problem)> ReadAsync(HttpRequest request, DeadlineKey key, CancellationToken cancel)
    {
        if (IdempotencyKey(request) is { } word && (word.Length > 100 || word.Any(char.IsControl)))
            return (null, new(ProblemKind.Invalid, Faults.WrongText("Idempotency-Key")));
        if (request.HasFormContentType)
            return await FormAsync(request, key, cancel);
        var body = await JsonBody.ReadAsync<SubmissionRequest>(request, cancel);
        return body.Value is { } asked ? Hand(request, key, asked.By, asked.Content, []) : (null, body.Problem);
    }

    private static async Task<(Handing? Handing, ProblemResult? Problem)> FormAsync(HttpRequest request, DeadlineKey key, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(Limits, cancel);
        if (form.Files.FirstOrDefault(file => file.Length > HandIn.MostBytes) is { } large)
            return (null, ProblemResult.Of([TooLarge(large.FileName)]));
        var body = JsonBody.Read<SubmissionRequest>(Encoding.UTF8.GetBytes($$"""{"content":{{form["content"]}}}"""));
        if (body.Value is not { } asked)
            return (null, body.Problem);
        var files = new List<HandedFile>();
        foreach (var file in form.Files)
            files.Add(await FileAsync(file, cancel));
        return Hand(request, key, form.TryGetValue("by", out var by) ? by.ToString() : null, asked.Content, files);
    }

    private static (Handing? Handing, ProblemResult? Problem) Hand(HttpRequest request, DeadlineKey key, string? by, JsonElement? content, IReadOnlyList<HandedFile> files) =>
        content is { ValueKind: not JsonValueKind.Null } given
            ? (new(key, given, files, ActingPerson.Of(request, by), IdempotencyKey(request)), null)
            : (null, new(ProblemKind.Invalid, Faults.MissingKey("content")));

    private static string? IdempotencyKey(HttpRequest request) => request.Headers["Idempotency-Key"] is [{ Length: > 0 } key] ? key : null;

    private static Core.Refusal TooLarge(string name) => new("attachment-too-large", name,
        new($"附件“{name}”超过 {HandIn.MostBytes / 1_048_576} MB", $"the attachment \"{name}\" is larger than {HandIn.MostBytes / 1_048_576} MB"), new("压缩或拆分后再交", "compress or split it"));

    private static async Task<HandedFile> FileAsync(IFormFile file, CancellationToken cancel)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return new(NameOf(file), MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type.MediaType.Value! : "application/octet-stream", content);
    }

    /// <summary>The last part of the name that the sender gave: a path on somebody's machine is nobody else's business.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        return name.Length == 0 ? "attachment" : name.Length <= LongestName ? name : name[^LongestName..];
    }
}
