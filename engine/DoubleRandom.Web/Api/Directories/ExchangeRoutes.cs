using DoubleRandom.Core;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Service.Packs;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Directories;

/// <summary>Files of the directories of inspection: in and out.</summary>
internal static class ExchangeRoutes
{
    private const long MostBytes = 1_073_741_824;
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);
    private static readonly Parameter Format = new("format", ParameterKind.Choice, new("格式，不写为 csv", "form; csv unless given")) { Choices = DirectoryExport.Formats };
    private static readonly Parameter AsOf = new("asOf", ParameterKind.Date, new("哪一天的名录库，不写为今天", "the directory of which day; today's unless given"));
    private static readonly Parameter Preview = new("preview", ParameterKind.Choice, new("只预览，不导入", "only say what would be done")) { Choices = ["true", "false"] };
    private static readonly Parameter CloseMissing = new("closeMissing", ParameterKind.Choice, new("文件是全量：关闭文件中没有的行", "the file is the whole directory: close the rows that it does not have")) { Choices = ["true", "false"] };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(RowRoutes.One + "/updates", UpdateAsync).Takes(Preview, CloseMissing)
            .Accepts<string>(Csv, Xlsx).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Within(Long)
            .Is("directories.update", new("导入名录库", "Update a directory from a file"), new(
                "正文为 CSV（UTF-8 或 GB18030）或 .xlsx，至多 1 GB。任何一行有错则什么也不导入，errors 逐行列出（至多 200 处），subject 写成“行:列:值”；同一文件再次导入不改变任何内容；另一次导入正在进行时答 409。经办人写在 Acting-Person 头中。",
                "The body is CSV (UTF-8 or GB18030) or .xlsx, at most 1 GB. When any line is wrong nothing is done and errors lists every one (up to 200), its subject written line:column:value. The same file again changes nothing. While another import runs the answer is 409. The header Acting-Person names who acts."), 403, 404, 409, 413, 415, 422)
            .Produces<UpdateReport>();
        api.MapGet(RowRoutes.One + "/file", ExportAsync).Takes(Format, AsOf, Parameter.Language).Within(Long)
            .Is("directories.file", new("导出名录库", "Export a directory"), new("某一天的全部行；再次导入不改变任何内容。", "All rows of a day; importing the file again changes nothing."), 404, 422)
            .Produces<byte[]>(200, Csv, Xlsx);
    }

    private static async Task<IResult> UpdateAsync(string name, string directory, HttpRequest request, DirectoryUpdate update, RunningPacks packs, CancellationToken cancel)
    {
        var asked = AskedDirectory.Of(packs, name, directory);
        if (asked.Problem is not null)
            return asked.Problem;
        var by = ActingPerson.Of(request, null);
        if (by.Length == 0)
            return new ProblemResult(ProblemKind.Refused, Faults.NoPerson);
        await using var file = ScratchFile.Create();
        await request.Body.CopyToAsync(file, cancel);
        var order = new UpdateOrder(directory, by) { IsPreview = request.Text("preview") is "true", ClosesMissing = request.Text("closeMissing") is "true" };
        var report = await update.RunAsync(asked.Pack, order, file, null, cancel);
        return report.Faults.Count == 0 ? Results.Ok(report) : ProblemResult.Of([.. report.Faults.Select(Faults.Of)]);
    }

    private static async Task<IResult> ExportAsync(string name, string directory, HttpRequest request, DirectoryExport export, RunningPacks packs, TimeProvider time, CancellationToken cancel)
    {
        var asked = AskedDirectory.Of(packs, name, directory);
        if (asked.Problem is not null)
            return asked.Problem;
        var on = request.Date("asOf") ?? JurisdictionZone.Of(asked.Pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        var format = request.Text("format") ?? "csv";
        var file = ScratchFile.Create();
        try
        {
            await export.WriteAsync(asked.Pack, directory, on, format, request.Text("lang") is "en", file, cancel);
            file.Position = 0;
            return Results.File(file, format is "xlsx" ? Xlsx : Csv, $"{asked.Pack.Jurisdiction.Folder}-{directory}-{on.Iso()}.{format}");
        }
        catch (Exception failed)
        {
            await file.DisposeAsync();
            if (failed is TableFileException { Fault: var fault })
                return new ProblemResult(ProblemKind.Refused, Faults.Of(fault));
            throw;
        }
    }
}
