using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Who could be assigned, and under which pseudonyms.</summary>
/// <param name="Inspectors">The inspectors.</param>
/// <param name="Recusals">From whom they are recused.</param>
/// <param name="Salt">What the pseudonyms are made with.</param>
public sealed record DrawPeople(IReadOnlyCollection<InspectorRow> Inspectors, IReadOnlyCollection<RecusalRow> Recusals, Digest Salt);

/// <summary>What is asked for when a draw is prepared.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Rules">The rules as JSON, without roots.</param>
/// <param name="Witnesses">The witnesses in the order of the seed.</param>
/// <param name="BeaconRound">The round of a public beacon; null for none.</param>
/// <param name="Pepper">32 random bytes; null when nothing is kept secret.</param>
public sealed record FreezeOrder(string Number, string Rules, IReadOnlyList<string> Witnesses, string? BeaconRound, Digest? Pepper)
{
    /// <summary>The quota of a year that batches fill together, with how many each stratum gave before; null when the rules say the number.</summary>
    public (YearlySum Sum, IReadOnlyDictionary<string, long> Drawn)? Yearly { get; init; }
}

/// <summary>A draw with everything that is frozen.</summary>
/// <param name="Files">The files by name: <c>frame.txt</c>, <c>rules.json</c>, and <c>inspectors.txt</c>, <c>recusals.txt</c> when somebody is assigned.</param>
/// <param name="Manifest">What is published of them.</param>
/// <param name="Plans">How many will be drawn from each stratum: it follows already.</param>
public sealed record FrozenDraw(IReadOnlyDictionary<string, byte[]> Files, FreezeManifest Manifest, IReadOnlyList<StratumPlan> Plans)
{
    /// <summary>The frame's file name.</summary>
    public const string FrameFile = "frame.txt";

    /// <summary>The rules' file name.</summary>
    public const string RulesFile = "rules.json";

    /// <summary>The inspector frame's file name.</summary>
    public const string InspectorsFile = "inspectors.txt";

    /// <summary>The recusal list's file name.</summary>
    public const string RecusalsFile = "recusals.txt";

    /// <summary>Puts everything together and commits to it; or tells every fault.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="targets">The targets in any order.</param>
    /// <param name="people">Who could be assigned; null when nobody is.</param>
    /// <param name="workers">How to share the work out.</param>
    public static (FrozenDraw? Draw, IReadOnlyList<Diagnostic> Faults) Of(FreezeOrder order, IReadOnlyCollection<FrameRow> targets, DrawPeople? people, IWorkers workers)
    {
        using var written = new MemoryStream();
        FrameWriter.Write(written, order.Number, targets);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [FrameFile] = written.ToArray() };
        var frame = Frame.Read(new MemoryStream(files[FrameFile]), FrameFile, workers);
        var (inspectors, recusals) = (Inspectors(files, order, people), Recusals(files, order, people));
        Diagnostic[] faults = [.. Errors(frame.Faults), .. Errors(inspectors?.Faults), .. Errors(recusals?.Faults)];
        if (faults.Length > 0)
            return (null, faults);
        var lists = people is null ? ((Digest, Digest, Digest)?)null : (inspectors!.Commitment!.Root, recusals!.Commitment!.Root, people.Salt);
        var (rules, rulesFaults) = FrozenRules.Complete(order.Rules, lists, Yearly(order, frame.Content));
        if (rules is null)
            return (null, rulesFaults);
        var (plans, planFaults) = DrawPlan.Of(rules, frame.Content, RulesFile);
        files.Add(RulesFile, rules.Canonical.ToArray());
        var manifest = new FreezeManifest(order.Number, frame.Commitment!, inspectors?.Commitment, recusals?.Commitment, rules, order.Pepper is { } pepper ? Seed.Commit(pepper) : null, order.Witnesses, order.BeaconRound);
        return planFaults.Count > 0 ? (null, planFaults) : (new(files, manifest, plans), []);
    }

    /// <summary>How many are drawn from each stratum, from the files that were frozen.</summary>
    public static IReadOnlyList<StratumPlan> PlansOf(byte[] frame, byte[] rules, IWorkers workers) =>
        RulesReader.Read(rules, RulesFile).Rules is { } read ? DrawPlan.Of(read, Frame.Read(new MemoryStream(frame, writable: false), FrameFile, workers).Content, RulesFile).Strata : [];

    private static ListReading<InspectorRows>? Inspectors(Dictionary<string, byte[]> files, FreezeOrder order, DrawPeople? people)
    {
        if (people is null)
            return null;
        files.Add(InspectorsFile, InspectorFrame.Write(order.Number, people.Inspectors));
        return InspectorFrame.Read(new MemoryStream(files[InspectorsFile]), InspectorsFile);
    }

    private static ListReading<RecusalRows>? Recusals(Dictionary<string, byte[]> files, FreezeOrder order, DrawPeople? people)
    {
        if (people is null)
            return null;
        files.Add(RecusalsFile, RecusalList.Write(order.Number, people.Recusals));
        return RecusalList.Read(new MemoryStream(files[RecusalsFile]), RecusalsFile);
    }

    private static Dictionary<string, YearlyStanding>? Yearly(FreezeOrder order, FrameCensus census)
    {
        if (order.Yearly is not var (sum, drawn))
            return null;
        var (draft, _) = FrozenRules.Draft(order.Rules, isYearly: true);
        var repeats = (draft?.Repeats ?? []).Select(repeat => repeat.Reason).ToHashSet(StringComparer.Ordinal);
        return census.Strata.ToDictionary(pair => pair.Key, pair => sum.Of(pair.Value, drawn.GetValueOrDefault(pair.Key), repeats), StringComparer.Ordinal);
    }

    private static IEnumerable<Diagnostic> Errors(IReadOnlyList<Diagnostic>? faults) => (faults ?? []).Where(fault => fault.Severity is Severity.Error);
}
