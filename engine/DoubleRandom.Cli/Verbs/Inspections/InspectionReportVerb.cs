using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Writes the report of a task, or of a year or half-year.</summary>
internal sealed class InspectionReportVerb : ServerVerb
{
    private const string Task = "--task";
    private const string Jurisdiction = "--jurisdiction";
    private const string Year = "--year";
    private const string Half = "--half";
    private const string Out = "--out";

    public InspectionReportVerb()
        : base("report", new("生成任务报告，或年度、半年数据", "write the report of a task, or of a year or half-year"))
    {
        Options.Add(new Setting(Task, "N", new("任务的流程实例编号", "number of the task's workflow instance")));
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区，与 --year 同用", "jurisdiction, together with --year")));
        Options.Add(new Setting(Year, "YEAR", new("年份", "the year")));
        Options.Add(new Setting(Half, "1|2", new("只要上半年或下半年", "only its first or second half")));
        Options.Add(new Setting(Out, "FILE", new("写入的文件", "the file to write"), needed: true));
        Options.Add(new Setting(CommonOptions.Format, "docx|csv", new("格式；默认看文件名，否则 docx", "form; default by the file's name, else docx")));
        AddPlace();
        Examples = ["doublerandom inspection report --task 12 --out report.docx", "doublerandom inspection report --jurisdiction pengyang --year 2026 --format csv --out 2026.csv"];
        Asks((call, engine, cancel) => SavedFile.WriteAsync(call, engine, AddressOf(call), Out, cancel));
    }

    private static string AddressOf(Call call)
    {
        var format = call.Text(CommonOptions.Format) is null ? Path.GetExtension(call.Needed(Out)) is ".csv" ? "csv" : "docx" : call.Format;
        var rest = new[] { ("format", (string?)format), ("lang", call.Language is "en" ? "en" : "zh") };
        return (NumberText.Or(call, Task), call.Text(Jurisdiction), call.Text(Year)) switch
        {
            ({ } task, null, null) => Address($"{NumberText.Instance(task)}/report", rest),
            (null, { } name, { } year) => Address($"/api/v1/jurisdictions/{Uri.EscapeDataString(name)}/inspection-report", [.. rest, ("year", year), ("half", call.Text(Half))]),
            _ => throw new UsageException(new($"写 {Task}，或写 {Jurisdiction} 和 {Year}", $"give {Task}, or {Jurisdiction} and {Year}"), new("例如 --task 12", "such as --task 12")),
        };
    }
}
