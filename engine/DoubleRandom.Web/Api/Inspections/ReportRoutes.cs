using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Packs;
using DoubleRandom.Web.Api.Directories;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>Reports on tasks and years, and the archive of a task.</summary>
internal static class ReportRoutes
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Csv = "text/csv";
    private const string Zip = "application/zip";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly Parameter Format = new("format", ParameterKind.Choice, new("格式，不写为 docx", "form; docx unless given")) { Choices = InspectionReports.Formats };
    private static readonly Parameter Year = new("year", ParameterKind.Count, new("年份", "the year")) { Required = true, Min = 2003, Max = 2057 };
    private static readonly Parameter Half = new("half", ParameterKind.Choice, new("只要上半年（1）或下半年（2）", "only its first or second half")) { Choices = ["1", "2"] };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(InstanceRoutes.One + "/report", TaskAsync).Takes(Format, Parameter.Language).Within(Long)
            .Is("inspections.report", new("抽查情况报告", "Report on a task"), new("由检查记录生成；docx 为正文和附表，csv 为逐户逐项的附表。", "Made from the records; docx is the text with its table, csv the table by target and item."), 404)
            .Produces<byte[]>(200, Docx, Csv);
        api.MapGet("/jurisdictions/{name}/inspection-report", YearAsync).Takes(Year, Half, Format, Parameter.Language).Within(Long)
            .Is("inspections.year-report", new("年度、半年抽查数据", "Report on a year or half-year"), new("各部门的任务、对象、问题、处置和公示；csv 为各部门数据表。", "Tasks, targets, problems, handling and publication by department; csv is the table of figures."), 404)
            .Produces<byte[]>(200, Docx, Csv);
        api.MapGet(InstanceRoutes.One + "/archive", ArchiveAsync).Within(Long)
            .Is("inspections.archive", new("任务档案", "Archive of a task"), new(
                "ZIP：流水、表单、附件、检查记录、照片、结果、抽取记录、报告，连同列明各文件 SHA-256 的清单；同样的内容字节相同。", "A ZIP with journals, forms, files, records, photographs, results, draw records and the report, and a manifest with the SHA-256 of each; the same content gives the same bytes."), 404)
            .Produces<byte[]>(200, Zip);
    }

    private static async Task<IResult> TaskAsync(long id, HttpRequest request, InspectionReports reports, CancellationToken cancel)
    {
        var format = request.Text("format") ?? "docx";
        return await FileAsync($"report-{id}.{format}", TypeOf(format), file => reports.TaskAsync(id, format, request.Text("lang") ?? "zh", file, cancel)) ?? InstanceRoutes.Missing(id);
    }

    private static async Task<IResult> YearAsync(string name, HttpRequest request, InspectionReports reports, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        var (year, format) = (request.Count("year", 0), request.Text("format") ?? "docx");
        var (from, to) = (new DateOnly(year, request.Text("half") is "2" ? 7 : 1, 1), request.Text("half") is "1" ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31));
        return (await FileAsync($"{pack.Jurisdiction.Folder}-{year}.{format}", TypeOf(format), async file =>
        {
            await reports.BetweenAsync(pack, from, to, format, request.Text("lang") ?? "zh", file, cancel);
            return true;
        }))!;
    }

    private static async Task<IResult> ArchiveAsync(long id, InspectionArchive archive, CancellationToken cancel) =>
        await FileAsync($"archive-{id}.zip", Zip, file => archive.WriteAsync(id, file, cancel)) ?? InstanceRoutes.Missing(id);

    private static string TypeOf(string format) => format is "csv" ? Csv : Docx;

    /// <summary>What was written to a scratch file; null when there was nothing to write.</summary>
    private static async Task<IResult?> FileAsync(string name, string type, Func<Stream, Task<bool>> write)
    {
        var file = ScratchFile.Create();
        try
        {
            if (await write(file))
            {
                file.Position = 0;
                return Results.File(file, type, name);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return null;
    }
}
