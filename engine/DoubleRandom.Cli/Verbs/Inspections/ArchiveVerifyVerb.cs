using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Service.Inspections;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Holds an archive against its manifest; needs neither server nor database.</summary>
internal sealed class ArchiveVerifyVerb : Verb
{
    private const string FileWord = "FILE";

    public ArchiveVerifyVerb()
        : base("verify", new("核对任务档案：每个文件都与清单相符", "verify an archive: every file is what its manifest says"))
    {
        Arguments.Add(new Word(FileWord, new("档案（ZIP）", "the archive (ZIP)")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom archive verify T-18.zip"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var path = Path.GetFullPath(call.Needed(FileWord), call.Terminal.Folder);
        if (!File.Exists(path))
            throw new UsageException(new($"没有文件 {path}", $"there is no file {path}"), new("检查路径", "check the path"));
        using var file = File.OpenRead(path);
        var differences = ArchiveBundle.Differences(file, out var manifest);
        if (call.IsJson)
            Json(call, manifest, differences);
        else
            Tell(call, manifest, differences);
        return differences.Count == 0 ? Exit.Good : Exit.Findings;
    }

    private static void Tell(Call call, ArchiveManifest? manifest, IReadOnlyList<Bilingual> differences)
    {
        foreach (var difference in differences)
            call.Terminal.Error.WriteLine(call.Say(difference));
        if (differences.Count > 0)
            call.Terminal.Error.WriteLine(call.Say($"核对未通过：{differences.Count} 处不符。", $"Not verified: {differences.Count} differences."));
        else
            call.Screen.WriteLine(call.Say(
                $"核对通过：任务 {manifest!.Subject}（{manifest.Workflow}，{manifest.Status}），{manifest.Files.Count} 个文件{Kept(manifest, "，保管至 ")}",
                $"Verified: task {manifest.Subject} ({manifest.Workflow}, {manifest.Status}), {manifest.Files.Count} files{Kept(manifest, ", kept until ")}"));
    }

    private static string Kept(ArchiveManifest manifest, string words) => manifest.Retention?.Until is { } until ? words + until.Iso() : "";

    private static void Json(Call call, ArchiveManifest? manifest, IReadOnlyList<Bilingual> differences) => call.Json.Write(json =>
    {
        json.WriteBoolean("verified", differences.Count == 0);
        json.WriteString("task", manifest?.Subject);
        json.WriteNumber("files", manifest?.Files?.Count ?? 0);
        json.WriteStartArray("differences");
        foreach (var difference in differences)
            json.WriteStringValue(call.Say(difference));
        json.WriteEndArray();
    });
}
