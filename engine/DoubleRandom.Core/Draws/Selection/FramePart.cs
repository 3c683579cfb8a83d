using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>Draws the tickets of some blocks of a frame and keeps the smallest of each stratum.</summary>
internal sealed class FramePart
{
    private readonly Digest _key;
    private readonly Dictionary<string, StratumRun> _runs;
    private readonly Dictionary<string, StratumRun>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private readonly StratumRun? _whole;
    private readonly HashBatch _batch = new(1);
    private readonly Waiting[] _waiting = new Waiting[Sha256Lanes.Count];
    private Digest _best;

    public FramePart(Digest key, IReadOnlyList<StratumPlan> plans, Func<StratumPlan, ulong> foresee)
    {
        _key = key;
        _runs = plans.ToDictionary(plan => plan.Stratum, plan => new StratumRun(plan, foresee(plan)), ByteText.Ordinal);
        _byName = _runs.GetAlternateLookup<ReadOnlySpan<byte>>();
        _whole = _runs.GetValueOrDefault(StratumPlan.Whole);
    }

    public IEnumerable<StratumRun> Runs => _runs.Values;

    public void Join(FramePart other)
    {
        foreach (var (stratum, run) in other._runs)
            _runs[stratum].Join(run);
    }

    public void Add(LineBlock block)
    {
        using (block)
        {
            var text = block.Text;
            for (var at = block.FirstLine == 0 ? text.IndexOf((byte)'\n') + 1 : 0; at < text.Length;)
            {
                var length = text[at..].IndexOf((byte)'\n');
                var row = FrameFields.Of(text.Slice(at, length));
                if (row.IsEligible)
                    Add(text, at, row);
                at += length + 1;
            }

            Flush(text);
        }
    }

    private void Add(ReadOnlySpan<byte> text, int at, FrameFields row)
    {
        var run = _whole ?? _byName[row.Stratum];
        var lots = run.LotsOf(row.Weight);
        if (row.Id.Length + Ticket.Front > _batch.Longest)
        {
            run.Offer(row.Id, Alone(row.Id, lots), row.Weight);
            return;
        }

        for (var lot = 0; lot < lots; lot++)
        {
            _waiting[_batch.Count] = new(run, at, row.Id.Length, row.Weight, lot == 0, lot == lots - 1);
            Ticket.Write(_batch.Next(Ticket.Front + row.Id.Length), _key, row.Id, lot);
            if (_batch.IsFull)
                Flush(text);
        }
    }

    /// <summary>An id too long for one block of the hash.</summary>
    private Digest Alone(ReadOnlySpan<byte> id, int lots)
    {
        var best = Ticket.Of(_key, id, 0);
        for (var lot = 1; lot < lots; lot++)
            best = Ticket.Of(_key, id, lot) is var ticket && ticket < best ? ticket : best;
        return best;
    }

    private void Flush(ReadOnlySpan<byte> text)
    {
        var tickets = _batch.Flush();
        for (var i = 0; i < tickets.Length; i++)
        {
            var one = _waiting[i];
            if (one.IsFirst || tickets[i] < _best)
                _best = tickets[i];
            if (one.IsLast)
                one.Run.Offer(text.Slice(one.From, one.Length), _best, one.Weight);
        }
    }

    /// <summary>A lot whose ticket is still to be hashed, and where its id stands in the block.</summary>
    private readonly record struct Waiting(StratumRun Run, int From, int Length, int Weight, bool IsFirst, bool IsLast);
}
