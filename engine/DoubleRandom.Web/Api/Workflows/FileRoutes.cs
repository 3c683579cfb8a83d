using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Files on tasks: attaching and downloading.</summary>
internal static class FileRoutes
{
    private const long MostBytes = HandIn.MostBytes + 1_048_576;
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(5);
    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = 1_000, ValueCountLimit = 8 };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost($"{TaskRoutes.One}/files", AttachAsync)
            .Accepts<AttachRequest>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Within(Upload).Keyed(OperationText.SameReceipt)
            .Is("tasks.attach", new("附文件", "Attach a file"), new("一次一个，至多 20 MB；其 SHA-256 记入流水。", "One at a time, up to 20 MB; its SHA-256 stands in the journal."), 403, 404, 409, 413, 415, 422)
            .Produces<WorkflowReceipt>();
        api.MapGet(InstanceRoutes.One + "/files/{file:long}", DownloadAsync)
            .Is("workflow-instances.file", new("下载流程附件", "Download a file"), new("ETag 为内容的 SHA-256。", "The ETag is the content's SHA-256."), 404)
            .Produces<byte[]>(200, "application/octet-stream");
    }

    private static async Task<IResult> AttachAsync(long id, int run, HttpRequest request, WorkflowDesk desk, CommandDesk answers, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return new ProblemResult(ProblemKind.Unsupported);
        if (!IdempotencyKey.IsGood(request))
            return new ProblemResult(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header));
        var form = await request.ReadFormAsync(Limits, cancel);
        var version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (long?)null;
        if (Faulty(form, version) is { Length: > 0 } faults)
            return new ProblemResult(ProblemKind.Invalid, faults);
        if (form.Files[0] is var file && UploadedFile.IsTooLarge(file))
            return ProblemResult.Of([UploadedFile.TooLarge(file)]);
        var person = new WorkflowPerson(form["byUnit"].ToString(), ActingPerson.Of(request, form.TryGetValue("by", out var by) ? by.ToString() : null));
        return await answers.AnswerAsync(await desk.AttachAsync(id, run, await UploadedFile.ReadAsync(file, cancel), version!.Value, person, cancel, IdempotencyKey.Of(request)), id, version.Value, cancel);
    }

    private static Refusal[] Faulty(IFormCollection form, long? version)
    {
        var faults = new List<Refusal>();
        faults.AddRange(form.Keys.Where(key => key is not "by" and not "byUnit" and not "version").Select(key => Faults.UnknownKey(key, ["by", "byUnit", "version", "file"])));
        if (!form.ContainsKey("byUnit"))
            faults.Add(Faults.MissingKey("byUnit"));
        if (version is null)
            faults.Add(form.ContainsKey("version") ? Faults.BodyUnreadable("version", null) : Faults.MissingKey("version"));
        if (form.Files is not [_])
            faults.Add(Faults.NoFile);
        return [.. faults];
    }

    private static async Task<IResult> DownloadAsync(long id, long file, HttpResponse response, NpgsqlDataSource source, CancellationToken cancel)
    {
        if (await source.ReadAsync(connection => WorkflowFiles.GetAsync(connection, file, cancel), cancel) is not { } found || found.Instance != id)
            return new ProblemResult(ProblemKind.NotFound, Faults.Unknown("attachment-unknown", $"{id}/{file}", "附件", "attachment"));
        return UploadedFile.Download(response, found.Content, found.MediaType, found.Name, found.Sha256);
    }
}
