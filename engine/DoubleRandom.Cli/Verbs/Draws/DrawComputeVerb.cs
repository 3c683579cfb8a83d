using System.Reflection;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Draws from a frame, rules and a seed; writes the record if asked to.</summary>
internal sealed class DrawComputeVerb : Verb
{
    private const string Record = "--record";
    private const string Previous = "--previous";

    public DrawComputeVerb()
        : base("compute", new("由抽样框、规则、种子算出抽取结果", "draw from a frame, rules and a seed"))
    {
        Options.Add(DrawFile.FrameOf());
        Options.Add(new Setting(ComputedDraw.RulesOption, "FILE", new("抽取规则（JSON）", "the rules of the draw (JSON)"), needed: true));
        Options.Add(new Setting(ComputedDraw.SeedOption, "FILE", new("种子文本（SSJ-SEED/1）", "the seed's text (SSJ-SEED/1)"), needed: true));
        Options.Add(new Setting(ComputedDraw.PepperOption, "HEX", new("混淆值，32 字节十六进制；种子没有承诺则不写", "the pepper, 32 bytes in hexadecimal; not when the seed commits to none")));
        Options.Add(new Setting(Record, "FILE", new("另写抽取记录（SSJ-RECORD/1）", "write the draw's record too (SSJ-RECORD/1)")));
        Options.Add(new Setting(Previous, "HEX", new("上一份记录的 sha256；默认为首份", "sha256 of the record before; default: there is none")));
        Options.Add(DrawFile.InspectorsOf());
        Options.Add(DrawFile.RecusalsOf());
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom draw compute --frame frame.txt --rules rules.json --seed seed.txt --pepper 00…1f --format json"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        if (ComputedDraw.Of(call) is not { } draw)
            return Exit.Findings;
        if (call.Text(Record) is { } path && !Keep(call, draw, path))
            return Exit.Findings;
        if (call.IsJson)
            call.Json.Write(json => DrawPages.Write(json, draw));
        else
            DrawPages.Write(call, draw);
        return Exit.Good;
    }

    private static bool Keep(Call call, ComputedDraw draw, string path)
    {
        var inspectors = Named(call, DrawFile.Inspectors, InspectorFrame.Read);
        var recusals = Named(call, DrawFile.Recusals, RecusalList.Read);
        if (FaultReport.Tells(call, [.. inspectors.Faults, .. recusals.Faults]))
            return false;
        var facts = new RecordFacts
        {
            Previous = DrawFile.HashOrNull(call, Previous) ?? RecordFacts.NoPrevious,
            Seed = draw.Seed,
            Pepper = draw.Pepper,
            Rules = draw.Rules,
            FrameFile = DrawFile.Name(call, DrawFile.Frame),
            Frame = draw.Frame,
            Inspectors = inspectors.List,
            Recusals = recusals.List,
            Times = new(null, call.Terminal.Clock.GetUtcNow(), null),
            Software = new("DoubleRandom", typeof(DrawComputeVerb).Assembly.GetName().Version?.ToString(3) ?? DrawRecord.None, Source()),
        };
        File.WriteAllBytes(Path.GetFullPath(path, call.Terminal.Folder), DrawRecord.Write(facts, [.. draw.Draws.Select(stratum => stratum.Plan)], draw.Draws));
        return true;
    }

    private static (NamedList? List, IReadOnlyList<Diagnostic> Faults) Named<T>(Call call, string option, Func<Stream, string, ListReading<T>> read)
    {
        if (DrawFile.OpenerOrNull(call, option) is not { } open)
            return (null, []);
        using var stream = open();
        var list = read(stream, DrawFile.Name(call, option));
        return (list.Commitment is null ? null : new(DrawFile.Name(call, option), list.Commitment), list.Faults);
    }

    /// <summary>The build's commit, when it was built from a repository.</summary>
    private static string Source() =>
        typeof(DrawComputeVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit] ? commit : DrawRecord.None;
}
