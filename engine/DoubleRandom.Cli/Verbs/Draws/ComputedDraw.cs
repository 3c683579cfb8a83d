using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>A draw computed from the files that were named.</summary>
/// <param name="Frame">What the frame is committed to.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Pepper">The pepper; null when there is none.</param>
/// <param name="Draws">What was drawn.</param>
internal sealed record ComputedDraw(ListCommitment Frame, DrawRules Rules, Seed Seed, Digest? Pepper, IReadOnlyList<StratumDraw> Draws)
{
    public const string RulesOption = "--rules";
    public const string SeedOption = "--seed";
    public const string PepperOption = "--pepper";

    public Digest Key => Seed.Key(Pepper ?? default);

    /// <summary>The draw; null when a file is wrong or two do not belong together, which has been told then.</summary>
    public static ComputedDraw? Of(Call call)
    {
        var (open, pepper, cores) = (DrawFile.Opener(call, DrawFile.Frame), DrawFile.HashOrNull(call, PepperOption), new AllCores());
        var (rules, rulesFaults) = RulesReader.Read(DrawFile.Bytes(call, RulesOption), DrawFile.Name(call, RulesOption));
        var (seed, seedFaults) = SeedReader.Read(DrawFile.Bytes(call, SeedOption), DrawFile.Name(call, SeedOption));
        using var stream = open();
        var frame = DoubleRandom.Core.Draws.Frames.Frame.Read(stream, DrawFile.Name(call, DrawFile.Frame), cores);
        var faults = new List<Diagnostic>([.. frame.Faults, .. rulesFaults, .. seedFaults]);
        if (FaultReport.Tells(call, faults))
            return null;
        var (plans, planFaults) = DrawPlan.Of(rules!, frame.Content, DrawFile.Name(call, RulesOption));
        var refusals = Binding.Of(frame.Commitment!, rules!, seed!, pepper).ToArray();
        FaultReport.Tell(call, refusals);
        if (FaultReport.Tells(call, planFaults) || refusals.Length > 0)
            return null;
        using var again = open();
        return new(frame.Commitment!, rules!, seed!, pepper, Draw.Run(again, frame.Commitment!, plans, seed!.Key(pepper ?? default), cores));
    }
}
