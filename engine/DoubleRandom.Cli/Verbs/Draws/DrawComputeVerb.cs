using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Draws from a frame, rules and a seed; writes the record if asked to.</summary>
internal sealed class DrawComputeVerb : Verb
{
    private const string Record = "--record";
    private const string Previous = "--previous";
    private const string Salt = "--salt";

    public DrawComputeVerb()
        : base("compute", new("由抽样框、规则、种子算出抽取结果，并按规则选派检查人员", "draw from a frame, rules and a seed, and assign inspectors where the rules ask for it"))
    {
        Options.Add(DrawFile.FrameOf());
        Options.Add(new Setting(ComputedDraw.RulesOption, "FILE", new("抽取规则（JSON）", "the rules of the draw (JSON)"), needed: true));
        Options.Add(new Setting(ComputedDraw.SeedOption, "FILE", new("种子文本（SSJ-SEED/1）", "the seed's text (SSJ-SEED/1)"), needed: true));
        Options.Add(new Setting(ComputedDraw.PepperOption, "HEX", new("混淆值，32 字节十六进制；种子没有承诺则不写", "the pepper, 32 bytes in hexadecimal; not when the seed commits to none")));
        Options.Add(new Setting(Record, "FILE", new("另写抽取记录（SSJ-RECORD/1）", "write the draw's record too (SSJ-RECORD/1)")));
        Options.Add(new Setting(Previous, "HEX", new("上一份记录的 sha256；默认为首份", "sha256 of the record before; default: there is none")));
        Options.Add(new Setting(Salt, "HEX", new("公开检查人员化名的盐；默认不公开", "the salt of the inspectors' pseudonyms, to be revealed; default: it stays secret")));
        Options.Add(DrawFile.InspectorsOf());
        Options.Add(DrawFile.RecusalsOf());
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = [
            "doublerandom draw compute --frame frame.txt --rules rules.json --seed seed.txt --pepper 00…1f --format json",
            "doublerandom draw compute --frame frame.txt --rules rules.json --seed seed.txt --inspectors inspectors.txt --recusals recusals.txt --record record.json"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        if (ComputedDraw.Of(call) is not { } draw || DrawPeople.Of(call, draw.Rules, draw.Rules.Assignment is not null || call.Text(Record) is not null) is not { } people)
            return Exit.Findings;
        var teams = people.Assign(call, draw);
        if (teams is { Outcome: null })
            return Exit.Findings;
        if (teams is null or { Outcome.Assignment: not null } && call.Text(Record) is { } path)
            File.WriteAllBytes(Path.GetFullPath(path, call.Terminal.Folder), DrawRecord.Write(Facts(call, draw, people) with { Assignment = teams?.Outcome?.Assignment }, [.. draw.Draws.Select(stratum => stratum.Plan)], draw.Draws));
        Show(call, draw, teams);
        return teams is null or { Outcome.Assignment: not null } ? Exit.Good : Exit.Findings;
    }

    private static void Show(Call call, ComputedDraw draw, ComputedTeams? teams)
    {
        if (call.IsJson)
        {
            call.Json.Write(json =>
            {
                DrawPages.Write(json, draw);
                if (teams is { Outcome: { } outcome })
                    MatchPages.Write(json, outcome, teams.Demand);
            });
            return;
        }

        DrawPages.Write(call, draw);
        if (teams is { Outcome: { } found })
            MatchPages.Write(call, found, teams.Demand);
    }

    private static RecordFacts Facts(Call call, ComputedDraw draw, DrawPeople people) => new()
    {
        Previous = DrawFile.HashOrNull(call, Previous) ?? RecordFacts.NoPrevious,
        Seed = draw.Seed,
        Pepper = draw.Pepper,
        Salt = DrawFile.HashOrNull(call, Salt),
        Rules = draw.Rules,
        FrameFile = DrawFile.Name(call, DrawFile.Frame),
        Frame = draw.Frame,
        Inspectors = people.Inspectors,
        Recusals = people.Recusals,
        Times = new(null, call.Terminal.Clock.GetUtcNow(), null),
        Software = DrawProgram.Software,
    };
}
