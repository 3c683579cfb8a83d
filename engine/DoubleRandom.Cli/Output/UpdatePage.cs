using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories;

namespace DoubleRandom.Cli.Output;

/// <summary>What a file did to a directory, or would do.</summary>
internal static class UpdatePage
{
    private const int MostValues = 4;

    /// <summary>Writes it; the result is the exit status.</summary>
    public static int Write(Call call, Pack pack, DirectorySheet sheet, UpdateReport report)
    {
        if (report.Faults.Count > 0)
            return FaultLines.Write(call, report.Faults);
        if (call.IsJson)
            Json(call, report);
        else
            Text(call, pack, sheet, report);
        return Exit.Good;
    }

    private static void Text(Call call, Pack pack, DirectorySheet sheet, UpdateReport report)
    {
        foreach (var sample in report.Samples)
            call.Terminal.Out.WriteLine($"{Mark(sample.Kind)} {sample.Code} {sample.Name} {(sample.Kind is "changed" ? string.Join("; ", sample.Values.Take(MostValues).Select(value => Told(call, sheet, value))) : "")}".TrimEnd());
        var head = call.Say($"{pack.Jurisdiction.Name.Zh} {sheet.Name.Zh}", $"{pack.Jurisdiction.Name.En}, {sheet.Name.En}");
        var what = call.Say(report.IsPreview ? "将会" : "已", report.IsPreview ? "would be " : "");
        call.Terminal.Out.WriteLine(call.Say(
            $"{head}（{report.Encoding}，{report.Lines} 行）：{what}新增 {report.Added}，变更 {report.Changed}，移出 {report.Closed}，不变 {report.Same}",
            $"{head} ({report.Encoding}, {report.Lines} lines): {what}added {report.Added}, changed {report.Changed}, closed {report.Closed}, unchanged {report.Same}"));
        if (report.Missing > 0)
            call.Terminal.Out.WriteLine(call.Say($"另有 {report.Missing} 行不在文件中，保持不变；文件是全量时加 --close-missing 移出", $"{report.Missing} more rows are not in the file and stay; when the file is the whole directory, --close-missing closes them"));
    }

    private static string Told(Call call, DirectorySheet sheet, ValueChange value) => $"{call.Say(sheet.Column(value.Column).Name)}: {value.Before} → {value.After}";

    private static char Mark(string kind) => kind switch { "added" => '+', "changed" => '~', _ => '-' };

    private static void Json(Call call, UpdateReport report)
    {
        call.Json.Write(json =>
        {
            json.WriteString("jurisdiction", report.Jurisdiction);
            json.WriteString("directory", report.Directory);
            json.WriteBoolean("preview", report.IsPreview);
            json.WriteString("encoding", report.Encoding);
            (string Name, int Count)[] counts = [("lines", report.Lines), ("added", report.Added), ("changed", report.Changed), ("same", report.Same), ("closed", report.Closed), ("missing", report.Missing)];
            foreach (var (name, count) in counts)
                json.WriteNumber(name, count);
            json.Day("day", report.Day);
        });
        foreach (var sample in report.Samples)
            call.Json.Write(json =>
            {
                json.WriteString("kind", sample.Kind);
                json.WriteString("code", sample.Code);
                json.WriteString("name", sample.Name);
                json.WriteStartObject("values");
                foreach (var value in sample.Values)
                    json.WriteString(value.Column, value.After);
                json.WriteEndObject();
            });
    }
}
