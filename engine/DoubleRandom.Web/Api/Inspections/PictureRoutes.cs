using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>Photographs, signatures and seals of an inspection.</summary>
internal static class PictureRoutes
{
    private const long MostBytes = PictureKind.MostBytes + 1_048_576;
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(5);
    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = 1_000, ValueCountLimit = 8 };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(InspectionRoutes.One + "/files", SendAsync)
            .Accepts<PictureRequest>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Within(Upload)
            .Is("inspections.send-file", new("上传照片或签字盖章件", "Send a photograph, signature or seal"), new(
                "JPEG、PNG、WebP 或 PDF，至多 10 MB；同一文件再次上传不会重复。记录以其 SHA-256 指明。", "JPEG, PNG, WebP or PDF, up to 10 MB; the same file sent again is kept once. Records name it by its SHA-256."), 404, 409, 413, 415, 422)
            .Produces<InspectionReceipt>();
        api.MapGet(InspectionRoutes.One + "/files/{sha256}", FetchAsync)
            .Is("inspections.file", new("下载检查文件", "Fetch a file of an inspection"), new("ETag 为内容的 SHA-256。", "The ETag is the content's SHA-256."), 404)
            .Produces<byte[]>(200, "application/octet-stream");
    }

    private static async Task<IResult> SendAsync(long id, string target, HttpRequest request, InspectionDesk desk, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return new ProblemResult(ProblemKind.Unsupported);
        var form = await request.ReadFormAsync(Limits, cancel);
        if (Faulty(form) is { Length: > 0 } faults)
            return new ProblemResult(ProblemKind.Invalid, faults);
        var person = new WorkflowPerson(form["byUnit"].ToString(), ActingPerson.Of(request, form.TryGetValue("by", out var by) ? by.ToString() : null));
        var answer = await desk.AttachAsync(new(id, target), await UploadedFile.ReadAsync(form.Files[0], cancel), person, cancel);
        return answer.IsDone ? Results.Ok(answer.Value) : ProblemResult.Of(answer.Refusals);
    }

    private static Refusal[] Faulty(IFormCollection form) =>
    [
        .. form.Keys.Where(key => key is not "by" and not "byUnit").Select(key => Faults.UnknownKey(key, ["by", "byUnit", "file"])),
        .. form.ContainsKey("byUnit") ? Array.Empty<Refusal>() : [Faults.MissingKey("byUnit")],
        .. form.Files is [_] ? Array.Empty<Refusal>() : [Faults.NoFile],
    ];

    private static async Task<IResult> FetchAsync(long id, string target, string sha256, HttpResponse response, InspectionReader reader, CancellationToken cancel) =>
        await reader.FileAsync(new(id, target), sha256, cancel) is var (file, content)
            ? UploadedFile.Download(response, content, file.MediaType, file.Name, file.Sha256)
            : new ProblemResult(ProblemKind.NotFound, Faults.Unknown("attachment-unknown", $"{id}/{target}/{sha256}", "附件", "attachment"));
}
