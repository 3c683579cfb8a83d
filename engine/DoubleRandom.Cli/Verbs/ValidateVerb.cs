using System.Collections.Concurrent;
using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Checks packs and says everything that is wrong with them at once.</summary>
internal sealed class ValidateVerb : Verb
{
    private const string Target = "PATH";
    private const string Verbose = "--verbose";

    public ValidateVerb()
        : base("validate", new("校验配置包并运行其中的测试", "check packs and run the tests they carry"))
    {
        Arguments.Add(new Word(Target, new("一个配置包（文件夹、代码或 id），或另一个含 workflows/ 的文件夹；不写则为全部", "one pack (folder, code or id), or another folder with workflows/; all when absent"), needed: false));
        Options.Add(new Flag(Verbose, new("列出部分承载和尚未编码的条款", "list the demands that are carried in part or not yet")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom validate", "doublerandom validate workflows/640425-pengyang --verbose"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var (library, folders) = PackChoice.Of(call.Text(Target), call);
        var reports = Reports(call, library, folders);
        if (call.IsJson)
            foreach (var report in reports)
                Json(call, report);
        else
            new ReportPage(call, call.Has(Verbose)).Write(reports);
        return reports.All(report => report.Report.IsValid) ? Exit.Good : Exit.Findings;
    }

    /// <summary>In parallel, because packs know nothing of each other, one by one, because a county takes ten times as long as a base pack; in the order of the folders.</summary>
    private static TimedReport[] Reports(Call call, PackLibrary library, IReadOnlyList<string> folders)
    {
        var done = 0;
        if (folders.Count > 1)
            library.ReadAhead();
        TimedReport[] reports = [.. Partitioner.Create([.. folders], loadBalance: true).AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(folders.Count, Environment.ProcessorCount)).Select(folder =>
        {
            var start = call.Terminal.Clock.GetTimestamp();
            var report = PackValidation.Of(library, folder);
            if (call.Terminal.ErrorIsWatched)
                call.Terminal.Error.Write($"\r{Interlocked.Increment(ref done)}/{folders.Count}");
            return new TimedReport(report, call.Terminal.Clock.GetElapsedTime(start));
        })];
        if (call.Terminal.ErrorIsWatched)
            call.Terminal.Error.Write("\r       \r");
        return reports;
    }

    private static void Json(Call call, TimedReport timed)
    {
        var report = timed.Report;
        foreach (var fault in report.Diagnostics)
            call.Json.Write(json => DiagnosticLines.Write(json, report.Folder, fault));
        call.Json.Write(json => Json(json, timed));
    }

    private static void Json(Utf8JsonWriter json, TimedReport timed)
    {
        var (report, pack) = (timed.Report, timed.Report.Pack);
        json.WriteString("kind", "pack");
        json.WriteString("pack", report.Folder);
        json.WriteBoolean("valid", report.IsValid);
        json.WriteBoolean("base", report.IsBase);
        json.WriteNumber("obligations", report.Obligations);
        json.WriteNumber("units", pack?.Units.Count ?? 0);
        json.WriteNumber("tests", pack?.Tests.Count ?? 0);
        if (report.Coverage is { } coverage)
        {
            json.WriteStartObject("coverage");
            json.WriteNumber("total", coverage.Total);
            json.WriteNumber("carried", coverage.Carried);
            json.WriteNumber("partly", coverage.Partly);
            json.WriteNumber("notEncoded", coverage.NotEncoded);
            json.WriteNumber("percent", coverage.Percent);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("coverage");
        }

        json.WriteString("contentHash", pack?.ContentHash);
        json.WriteNumber("milliseconds", Math.Round(timed.Elapsed.TotalMilliseconds, 1));
    }
}
