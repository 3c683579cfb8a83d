using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Web.Api.Deadlines;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>Handing in, reading, accepting, sending back.</summary>
internal static class SubmissionRoutes
{
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(DeadlineRoutes.One + "/submissions", SubmitAsync)
            .Accepts<SubmissionRequest>("application/json", "multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(SubmissionReader.MostBytes)).Within(Upload)
            .Keyed(new("同一键重发得到同一份报送", "the same key gives the same submission"))
            .Is("submissions.create", new("报送", "Hand in"), new(
                "按表单报送；附件用 multipart/form-data，每个至多 20 MB。带 Idempotency-Key 重发得到同一份报送。",
                "Hands in the form; attachments come as multipart/form-data, each up to 20 MB. Sent again with the same Idempotency-Key it gives the same submission."), 403, 404, 409, 413, 415, 422)
            .Produces<SubmissionView>(201);
        api.MapGet("/submissions/{id:long}", OneAsync)
            .Is("submissions.get", new("读取报送", "Read a submission"), new("连同附件清单。", "With the list of its files."), 404)
            .Produces<SubmissionView>();
        api.MapGet("/submissions/{id:long}/attachments/{file:long}", FileAsync)
            .Is("submissions.attachment", new("下载附件", "Download a file"), new("ETag 为内容的 SHA-256。", "The ETag is the content's SHA-256."), 404)
            .Produces<byte[]>(200, "application/octet-stream");
        api.MapPost("/submissions/{id:long}/accept", AcceptAsync).TakesJson<PersonRequest>()
            .Is("submissions.accept", new("接收报送", "Accept a submission"), new("其时限即为办结。", "Its deadline is met by that."), 403, 404, 409, 413, 415, 422)
            .Produces<SubmissionView>();
        api.MapPost("/submissions/{id:long}/send-back", SendBackAsync).TakesJson<DecisionRequest>()
            .Is("submissions.send-back", new("退回报送", "Send a submission back"), new("须说明理由；时限重新开放。", "For a reason; its deadline is open again."), 403, 404, 409, 413, 415, 422)
            .Produces<SubmissionView>();
    }

    private static async Task<IResult> SubmitAsync(
        string folder, string obligation, string unit, string period, HttpRequest request, HandIn handIn, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var (handing, problem) = await SubmissionReader.ReadAsync(request, new(packs.FolderOf(folder), obligation, unit, period), cancel);
        if (handing is null)
            return problem!;
        var answer = await handIn.SubmitAsync(handing, cancel);
        if (!answer.IsDone)
            return ProblemResult.Of(answer.Refusals);
        var (row, files) = await ReadAsync(source, answer.Value, cancel);
        return SubmissionRepeat.IsSame(handing, row!, files)
            ? Results.Created($"/api/v1/submissions/{answer.Value}", SubmissionView.Of(row!, files))
            : new ProblemResult(ProblemKind.Refused, Faults.KeyReused(handing.IdempotencyKey ?? ""));
    }

    private static async Task<IResult> OneAsync(long id, NpgsqlDataSource source, CancellationToken cancel)
    {
        var (row, files) = await ReadAsync(source, id, cancel);
        return row is null ? Missing(id) : Results.Ok(SubmissionView.Of(row, files));
    }

    private static async Task<IResult> FileAsync(long id, long file, HttpResponse response, NpgsqlDataSource source, CancellationToken cancel)
    {
        if (await source.ReadAsync(connection => SubmissionTable.FileAsync(connection, file, cancel), cancel) is not { } found || found.Submission != id)
            return new ProblemResult(ProblemKind.NotFound, Faults.Unknown("attachment-unknown", $"{id}/{file}", "附件", "attachment"));
        return UploadedFile.Download(response, found.Content, found.MediaType, found.Name, found.Sha256);
    }

    private static async Task<IResult> AcceptAsync(long id, HttpRequest request, HandIn handIn, NpgsqlDataSource source, CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<PersonRequest>(request, cancel);
        return body.Value is { } asked ? await AnswerAsync(await handIn.AcceptAsync(id, ActingPerson.Of(request, asked.By), cancel), source, cancel) : body.Problem!;
    }

    private static async Task<IResult> SendBackAsync(long id, HttpRequest request, HandIn handIn, NpgsqlDataSource source, CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<DecisionRequest>(request, cancel);
        return body.Value is { } asked ? await AnswerAsync(await handIn.SendBackAsync(id, ActingPerson.Of(request, asked.By), asked.Reason ?? "", cancel), source, cancel) : body.Problem!;
    }

    private static async Task<IResult> AnswerAsync(Answer<SubmissionRow> answer, NpgsqlDataSource source, CancellationToken cancel) => answer.Value is { } row
        ? Results.Ok(SubmissionView.Of(row, await source.ReadAsync(connection => SubmissionTable.AttachmentsAsync(connection, row.Id, cancel), cancel)))
        : ProblemResult.Of(answer.Refusals);

    private static Task<(SubmissionRow? Row, IReadOnlyList<AttachmentRow> Files)> ReadAsync(NpgsqlDataSource source, long id, CancellationToken cancel) => source.ReadAsync(
        async connection => (await SubmissionTable.GetAsync(connection, id, cancel), await SubmissionTable.AttachmentsAsync(connection, id, cancel)), cancel);

    private static ProblemResult Missing(long id) => new(ProblemKind.NotFound, Faults.Unknown("submission-unknown", $"{id}", "报送", "submission"));
}
