using DoubleRandom.Core.Inspections.Reports;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Service.Inspections.Documents;

namespace DoubleRandom.Service.Inspections;

/// <summary>Writes the report of a task and of a year, as a text document or as a table.</summary>
public sealed class InspectionReports(InspectionFigures figures)
{
    /// <summary>The forms in which a report can be had.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["docx", "csv"];

    /// <summary>Writes the report of a task; false when there is no such task.</summary>
    /// <param name="instance">Number of the task's workflow instance.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="language"><c>en</c>, anything else is Chinese.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> TaskAsync(long instance, string format, string language, Stream output, CancellationToken cancel)
    {
        if (await figures.TaskAsync(instance, cancel) is not { } task)
            return false;
        await WriteAsync(TaskReport.Of(task, language), format, output, cancel);
        return true;
    }

    /// <summary>Writes the report on what was inspected in a stretch of time.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="language"><c>en</c>, anything else is Chinese.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task BetweenAsync(Pack pack, DateOnly from, DateOnly to, string format, string language, Stream output, CancellationToken cancel) =>
        await WriteAsync(YearReport.Of(pack, from, to, await figures.BetweenAsync(pack, from, to, cancel), language), format, output, cancel);

    /// <summary>A table holds the first of the report's tables, which all its fields are counted from; no cell of it becomes a formula.</summary>
    internal static async Task WriteAsync(ReportDocument report, string format, Stream output, CancellationToken cancel)
    {
        if (format is "docx")
        {
            DocxText.Write(report, output);
            return;
        }

        await using var csv = new CsvSheetWriter(output);
        await csv.WriteAsync(report.Tables[0].Headers, cancel);
        foreach (var row in report.Tables[0].Rows)
            await csv.WriteAsync(row, cancel);
    }
}
