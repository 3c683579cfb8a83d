using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>What stands around a draw in its record.</summary>
/// <param name="Previous">The hash of the record before.</param>
/// <param name="Times">When the steps happened.</param>
/// <param name="Software">The program that draws.</param>
/// <param name="Abandoned">Draws given up since the record before.</param>
/// <param name="Uses">Substitutes used so far.</param>
public sealed record RecordSetting(Digest Previous, DrawTimes Times, DrawSoftware Software, IReadOnlyList<AbandonedDraw> Abandoned, IReadOnlyList<SubstituteUse> Uses);

/// <summary>A draw that was made: what was drawn, who goes where, and both records of it.</summary>
/// <param name="Draws">What was drawn, stratum by stratum.</param>
/// <param name="Assignment">Who goes where; null when nobody is assigned.</param>
/// <param name="Record">The record with everything.</param>
/// <param name="SealedRecord">The record while the pepper is secret; the same as <paramref name="Record"/> when there is none.</param>
public sealed record MadeDraw(IReadOnlyList<StratumDraw> Draws, Assignment? Assignment, byte[] Record, byte[] SealedRecord)
{
    /// <summary>Draws from the frozen files. The same files, seed and secrets give the same, however often it is done.</summary>
    /// <param name="files">The frozen files by name.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="pepper">The pepper that the seed commits to; null when there is none.</param>
    /// <param name="salt">The salt of the pseudonyms; null when nobody is assigned.</param>
    /// <param name="setting">What stands around it in the record.</param>
    /// <param name="workers">How to share the work out.</param>
    /// <returns>The draw; or why there is none, such as the bottleneck of an assignment. Nothing is relaxed then.</returns>
    public static (MadeDraw? Draw, IReadOnlyList<Refusal> Refusals) Of(
        IReadOnlyDictionary<string, byte[]> files, Seed seed, Digest? pepper, Digest? salt, RecordSetting setting, IWorkers workers)
    {
        var (rules, _) = RulesReader.Read(files[FrozenDraw.RulesFile], FrozenDraw.RulesFile);
        var frame = Frame.Read(Open(files, FrozenDraw.FrameFile), FrozenDraw.FrameFile, workers);
        if (rules is null || frame.Commitment is null)
            throw new InvalidDataException($"The frozen files of {seed.Draw} cannot be read.");
        Refusal[] against = [.. Binding.Of(frame.Commitment, rules, seed, pepper)];
        if (against.Length > 0)
            return (null, against);
        var (plans, _) = DrawPlan.Of(rules, frame.Content, FrozenDraw.RulesFile);
        var key = seed.Key(pepper ?? default);
        var draws = Draw.Run(Open(files, FrozenDraw.FrameFile), frame.Commitment, plans, key, workers);
        var inspectors = rules.InspectorRoot is null ? null : InspectorFrame.Read(Open(files, FrozenDraw.InspectorsFile), FrozenDraw.InspectorsFile);
        var recusals = rules.RecusalRoot is null ? null : RecusalList.Read(Open(files, FrozenDraw.RecusalsFile), FrozenDraw.RecusalsFile);
        var (assignment, refusals) = Assign(rules, draws, inspectors, recusals, key, workers);
        if (refusals.Count > 0)
            return (null, refusals);
        var facts = new RecordFacts
        {
            Previous = setting.Previous,
            Seed = seed,
            Pepper = pepper,
            Rules = rules,
            FrameFile = FrozenDraw.FrameFile,
            Frame = frame.Commitment,
            Inspectors = Named(FrozenDraw.InspectorsFile, inspectors?.Commitment),
            Recusals = Named(FrozenDraw.RecusalsFile, recusals?.Commitment),
            Times = setting.Times,
            Software = setting.Software,
            Abandoned = setting.Abandoned,
            Uses = setting.Uses,
            Assignment = assignment,
            Salt = salt,
        };
        var record = DrawRecord.Write(facts, plans, draws);
        return (new(draws, assignment, record, pepper is null ? record : DrawRecord.Write(facts with { Pepper = null, Salt = null }, plans, null)), []);
    }

    private static (Assignment? Assignment, IReadOnlyList<Refusal> Refusals) Assign(
        DrawRules rules, IReadOnlyList<StratumDraw> draws, ListReading<InspectorRows>? inspectors, ListReading<RecusalRows>? recusals, Digest key, IWorkers workers)
    {
        if (rules.Assignment is null || inspectors is null)
            return (null, []);
        var demand = rules.Assignment.For(draws, inspectors.Content.All, recusals?.Content.All ?? []);
        var (problem, faults) = demand.Read();
        if (problem is null)
            return (null, faults);
        var outcome = OptimalAssignment.Find(problem, key, workers);
        return (outcome.Assignment, [.. outcome.Bottlenecks.Select(bottleneck => CeremonyRefusals.Bottleneck(bottleneck.Words, demand.Explain(bottleneck)))]);
    }

    private static NamedList? Named(string file, ListCommitment? list) => list is null ? null : new(file, list);

    private static MemoryStream Open(IReadOnlyDictionary<string, byte[]> files, string name) => new(files[name], writable: false);
}
