using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>
/// Verifies a record: takes out what it states, draws anew from the frame, writes the record anew, and compares every byte. Whatever is not stated is thereby
/// recomputed, counts and probabilities included.
/// </summary>
public sealed class RecordVerifier
{
    private const int MostTold = 50;
    private readonly RecordFiles _files;
    private readonly IWorkers _workers;
    private readonly List<Refusal> _faults = [];
    private readonly List<Bilingual> _unchecked = [];

    private RecordVerifier(RecordFiles files, IWorkers workers) => (_files, _workers) = (files, workers);

    /// <summary>Verifies a record.</summary>
    /// <param name="record">The bytes of the record.</param>
    /// <param name="files">The files that belong to it.</param>
    /// <param name="workers">How to share the work out.</param>
    public static Verification Verify(ReadOnlyMemory<byte> record, RecordFiles files, IWorkers workers) => new RecordVerifier(files, workers).Verify(record);

    private Verification Verify(ReadOnlyMemory<byte> content)
    {
        var faults = new List<Diagnostic>();
        if (CanonicalJson.Read(content, "record", faults) is not { IsObject: true } record)
        {
            _faults.AddRange(faults.Select(RecordMessages.Json));
            if (faults.Count == 0)
                _faults.Add(RecordMessages.Member(""));
            return Report(null, null);
        }

        if (!content.Span.SequenceEqual(CanonicalJson.Write(record)))
            _faults.Add(RecordMessages.NotCanonical());
        var (said, found) = (record[DrawRecord.Hash]?.Text ?? "", DrawRecord.HashOf(record).ToString());
        if (!string.Equals(said, found, StringComparison.Ordinal))
            _faults.Add(RecordMessages.OwnHash(said, found));
        var facts = RecordReader.Read(record, _faults);
        return facts is null ? Report(null, null) : Report(facts, Recompute(record, facts));
    }

    private Verification Report(RecordFacts? facts, IReadOnlyList<StratumDraw>? drawn)
    {
        var told = _faults.Count > MostTold ? [.. _faults.Take(MostTold), RecordMessages.More(_faults.Count - MostTold)] : _faults;
        return new(told, _unchecked, facts, drawn);
    }

    private IReadOnlyList<StratumDraw>? Recompute(Node record, RecordFacts facts)
    {
        Bind(facts);
        using var stream = _files.Frame();
        var frame = Frame.Read(stream, "frame", _workers);
        _faults.AddRange(frame.Faults.Where(fault => fault.Severity is Severity.Error).Select(fault => RecordMessages.List("frame", fault)));
        if (frame.Commitment is null)
            return null;
        Same("frame", facts.Frame, frame.Commitment, facts.Seed.Draw);
        var (plans, faults) = DrawPlan.Of(facts.Rules, frame.Content, "rules");
        _faults.AddRange(faults.Select(fault => RecordMessages.List("rules", fault)));
        if (faults.Count > 0)
            return null;
        var drawn = facts.Key is { } key ? Drawn(frame.Commitment, plans, key) : null;
        Compare(record, DrawRecord.Write(facts with { Frame = frame.Commitment }, plans, drawn));
        People(facts, drawn);
        return drawn;
    }

    private IReadOnlyList<StratumDraw> Drawn(ListCommitment frame, IReadOnlyList<StratumPlan> plans, Hashing.Digest key)
    {
        using var stream = _files.Frame();
        return Draw.Run(stream, frame, plans, key, _workers);
    }

    /// <summary>What was frozen must be what the seed names, and the pepper what was committed to.</summary>
    private void Bind(RecordFacts facts)
    {
        var isSealed = facts.Seed.Pepper is not null && facts.Pepper is null;
        _faults.AddRange(Binding.Of(facts.Frame, facts.Rules, facts.Seed, facts.Pepper).Where(fault => !isSealed || fault.Code is not "pepper-missing"));
        if (isSealed)
            _faults.Add(RecordMessages.Sealed());
        if (facts is { Salt: { } salt, Rules.Assignment.Salt: { } committed } && Inspectors.Pseudonym.Commit(salt) is var commitment && commitment != committed)
            _faults.Add(RecordMessages.Salt(committed.ToString(), commitment.ToString()));
        var times = new[] { facts.Times.FrozenAt, facts.Times.DrawnAt, facts.Times.PublishedAt }.OfType<DateTimeOffset>().ToArray();
        if (!times.Order().SequenceEqual(times))
            _faults.Add(RecordMessages.Times());
    }

    private void Same(string key, ListCommitment said, ListCommitment found, string draw)
    {
        if (said.Root != found.Root)
            _faults.Add(RecordMessages.Commitment($"{key}-root", $"/{key}/root", said.Root.ToString(), found.Root.ToString()));
        if (said.Sha256 != found.Sha256)
            _faults.Add(RecordMessages.Commitment($"{key}-hash", $"/{key}/sha256", said.Sha256.ToString(), found.Sha256.ToString()));
        if (!string.Equals(found.Header.Draw, draw, StringComparison.Ordinal))
            _faults.Add(RecordMessages.Commitment($"{key}-draw", $"/{key}", draw, found.Header.Draw));
    }

    /// <summary>The hash differs whenever anything does and was compared before.</summary>
    private void Compare(Node record, byte[] computed)
    {
        var anew = CanonicalJson.Read(computed, "computed", [])!;
        _faults.AddRange(TreeDifference.Between(record, anew, "").Where(fault => fault.Subject is not "/" + DrawRecord.Hash));
    }

    private void People(RecordFacts facts, IReadOnlyList<StratumDraw>? drawn)
    {
        var inspectors = Listed("inspectors", facts, facts.Inspectors, facts.Rules.InspectorRoot, _files.Inspectors, InspectorFrame.Read);
        var recusals = Listed("recusals", facts, facts.Recusals, facts.Rules.RecusalRoot, _files.Recusals, RecusalList.Read);
        if (drawn is null)
            return;
        _faults.AddRange(SubstituteUses.Check(facts.Uses, drawn));
        if (facts.Rules.Assignment is null != facts.Assignment is null)
            _faults.Add(facts.Assignment is null ? RecordMessages.NoAssignment() : RecordMessages.AssignmentUnasked());
        else if (facts.Assignment is not null && inspectors is not null && (recusals is not null || facts.Recusals is null))
            _faults.AddRange(AssignmentCheck.Of(facts, drawn, inspectors.All, recusals?.All ?? []));
        else if (facts.Assignment is not null)
            _unchecked.Add(new("名单不全，选派未核对", "not all lists were given, so the assignment was not checked"));
    }

    /// <summary>A list is bound by the rules, which name its root and are named by the seed.</summary>
    private T? Listed<T>(string key, RecordFacts facts, NamedList? said, Hashing.Digest? bound, Func<Stream>? open, Func<Stream, string, ListReading<T>> read)
        where T : class
    {
        if (said?.Commitment.Root != bound)
            _faults.Add(RecordMessages.Commitment($"{key}-rules", $"/{key}/root", bound?.ToString() ?? DrawRecord.None, said?.Commitment.Root.ToString() ?? DrawRecord.None));
        if (said is null)
            return null;
        if (open is null)
        {
            _unchecked.Add(new($"未给出 {said.File}，其内容未核对", $"{said.File} was not given, so its content was not checked"));
            return null;
        }

        using var stream = open();
        var list = read(stream, said.File);
        _faults.AddRange(list.Faults.Where(fault => fault.Severity is Severity.Error).Select(fault => RecordMessages.List(key, fault)));
        if (list.Commitment is { } found)
        {
            Same(key, said.Commitment, found, facts.Seed.Draw);
            if (said.Commitment.Header.Rows != found.Header.Rows)
                _faults.Add(RecordMessages.Commitment($"{key}-rows", $"/{key}/rows", $"{said.Commitment.Header.Rows}", $"{found.Header.Rows}"));
        }

        return list.Content;
    }
}
