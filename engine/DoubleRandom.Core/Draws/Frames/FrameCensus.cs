using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>How many targets a frame has in each stratum: all that the numbers to draw and the probabilities follow from.</summary>
public sealed class FrameCensus : IListPart<FrameCensus>
{
    private readonly Dictionary<string, StratumCount> _strata = new(ByteText.Ordinal);
    private readonly Dictionary<string, StratumCount>.AlternateLookup<ReadOnlySpan<byte>> _byName;

    internal FrameCensus() => _byName = _strata.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The strata by their codes, in the order of the codes' bytes.</summary>
    public IReadOnlyList<KeyValuePair<string, StratumCount>> Strata => [.. _strata.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>A stratum's count; null when the frame has none of that code.</summary>
    public StratumCount? this[string stratum] => _strata.GetValueOrDefault(stratum);

    /// <summary>All strata taken as one.</summary>
    public StratumCount Whole()
    {
        var whole = new StratumCount();
        foreach (var stratum in _strata.Values)
            whole.Join(stratum);
        return whole;
    }

    static string IListPart<FrameCensus>.Format => FrameWriter.Format;

    static int IListPart<FrameCensus>.KeyFields => 1;

    static int IListPart<FrameCensus>.Fields => 5;

    void IListPart<FrameCensus>.Read(LineFields row, LineFaults faults)
    {
        if (!FrameFields.TryRead(row, faults, out var fields))
            return;
        if (!_byName.TryGetValue(fields.Stratum, out var count))
            _strata.Add(Encoding.ASCII.GetString(fields.Stratum), count = new());
        if (fields.IsEligible)
            count.AddEligible(fields.Weight);
        else
            count.AddExcluded(Encoding.ASCII.GetString(fields.Reason));
    }

    void IListPart<FrameCensus>.Join(FrameCensus later)
    {
        foreach (var (name, count) in later._strata)
        {
            if (!_strata.TryGetValue(name, out var mine))
                _strata.Add(name, mine = new());
            mine.Join(count);
        }
    }
}
