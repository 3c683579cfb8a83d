using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Service.Exchanges;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.Directories;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Exchanges;

/// <summary>Files for the platforms above, and their receipts.</summary>
internal static class ProfileRoutes
{
    private const string All = "/jurisdictions/{name}/exchange";
    private const string One = All + "/{profile}";
    private const long MostBytes = 268_435_456;
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);
    private static readonly Parameter Since = new("since", ParameterKind.Date, new(
        "这一天起公示或更正的结果，不论是否已接收；不写则为平台尚未接收的", "results published or corrected on this day or later, taken over or not; those that the platform does not have unless given"));

    private static readonly Parameter Unit = new("unit", ParameterKind.Text, new("代表哪个单位办理：单位的 id", "for which unit it is brought: its id"));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(All, ListAsync)
            .Is("exchange.list", new("列出交换方案", "List profiles of exchange"), new("配置包中各平台文件的栏目、格式和回执。", "The pack's files for platforms: columns, form, receipt."), 404)
            .Produces<IReadOnlyList<ProfileView>>();
        api.MapGet(One + "/file", ExportAsync).Takes(Since).Within(Long)
            .Is("exchange.file", new("导出平台文件", "Export a platform's file"), new("把公示结果写成平台的文件；有用语没有对应代码时不导出，errors 逐条列出。", "Published results in the platform's form; nothing is written when a word has no code, and errors lists each."), 404, 422)
            .Produces<byte[]>(200, Csv, Xlsx);
        api.MapPost(One + "/receipts", ReceiveAsync).Takes(Unit)
            .Accepts<string>(Csv, Xlsx).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Within(Long)
            .Is("exchange.receive", new("导入平台回执", "Bring back a platform's receipt"), new(
                "正文为平台退回的 CSV 或 .xlsx。任何一行有错或不对应已公示的结果则什么也不记，errors 逐行列出，subject 写成“行:列:值”；同一文件再次导入不改变任何内容。一个任务的结果全部接收后，其录入环节以经办人的名义办结。经办人写在 Acting-Person 头中。",
                "The body is the CSV or .xlsx that the platform gave back. When a line is wrong or belongs to no published result nothing is noted and errors lists every one, its subject written line:column:value; the same file again changes nothing. Once all results of a task were taken over its step of entry is done in the name of whoever brings it: the header Acting-Person."), 403, 404, 409, 413, 415, 422)
            .Produces<ReceiptReport>();
    }

    private static IResult ListAsync(string name, RunningPacks packs) =>
        packs.Named(name) is { } pack ? Results.Ok(pack.Exchanges.Values.OrderBy(profile => profile.Id, StringComparer.Ordinal).Select(ProfileView.Of)) : packs.NoSuch(name);

    private static async Task<IResult> ExportAsync(string name, string profile, HttpRequest request, ExchangeExport export, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        if (pack.Exchanges.GetValueOrDefault(profile) is not { } asked)
            return Missing(pack, profile);
        var file = ScratchFile.Create();
        try
        {
            var report = await export.WriteAsync(pack, asked, request.Date("since"), file, cancel);
            if (report.Faults.Count == 0)
            {
                file.Position = 0;
                return Results.File(file, asked.Format is "xlsx" ? Xlsx : Csv, $"{pack.Jurisdiction.Folder}-{profile}.{asked.Format}");
            }

            await file.DisposeAsync();
            return ProblemResult.Of(report.Faults);
        }
        catch (Exception failed)
        {
            await file.DisposeAsync();
            if (failed is TableFileException { Fault: var fault })
                return new ProblemResult(ProblemKind.Refused, Faults.Of(fault));
            throw;
        }
    }

    private static async Task<IResult> ReceiveAsync(string name, string profile, HttpRequest request, ExchangeReceipts receipts, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        if (pack.Exchanges.GetValueOrDefault(profile) is not { Receipt: not null } asked)
            return Missing(pack, profile);
        var by = ActingPerson.Of(request, null);
        if (by.Length == 0)
            return new ProblemResult(ProblemKind.Refused, Faults.NoPerson);
        await using var file = ScratchFile.Create();
        await request.Body.CopyToAsync(file, cancel);
        var report = await receipts.TakeAsync(pack, asked, file, new WorkflowPerson(request.Text("unit") ?? "", by), cancel);
        return report.Faults.Count == 0 ? Results.Ok(report) : ProblemResult.Of([.. report.Faults.Select(Faults.Of)]);
    }

    private static ProblemResult Missing(Pack pack, string profile) => new(ProblemKind.NotFound, new Refusal(
        "exchange-unknown", profile, new($"没有交换方案“{profile}”", $"there is no profile of exchange \"{profile}\""),
        new($"可用的有：{string.Join('、', pack.Exchanges.Keys)}", $"known are: {string.Join(", ", pack.Exchanges.Keys)}")));
}
