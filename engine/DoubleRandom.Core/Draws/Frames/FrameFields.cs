using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>The fields of a frame's row, still in the bytes of the file.</summary>
internal readonly ref struct FrameFields
{
    private FrameFields(LineFields row, int weight)
    {
        Id = row[0];
        Stratum = row[1];
        Weight = weight;
        IsEligible = row[3][0] == (byte)'E';
        Reason = row[4];
    }

    public ReadOnlySpan<byte> Id { get; }

    public ReadOnlySpan<byte> Stratum { get; }

    public int Weight { get; }

    public bool IsEligible { get; }

    public ReadOnlySpan<byte> Reason { get; }

    /// <summary>A row of a frame that was checked before.</summary>
    public static FrameFields Of(ReadOnlySpan<byte> line)
    {
        var row = new LineFields(line);
        return Words.IsSmall(row[2], out var weight) ? new(row, weight) : throw new InvalidDataException("The frame changed while it was read.");
    }

    /// <summary>Checks a row; false when something is wrong, which is added to the faults.</summary>
    public static bool TryRead(LineFields row, LineFaults faults, out FrameFields fields)
    {
        fields = default;
        var isSound = Words.IsId(row[0]) && Words.IsCode(row[1]) && Words.IsSmall(row[2], out var weight) && weight > 0
            && row[3] is [(byte)'E' or (byte)'X'] && (row[4] is [(byte)'-'] ? row[3][0] == (byte)'E' : Words.IsReason(row[4]));
        if (!isSound)
            Explain(row, faults);
        else if (row[0].Length == OldLength && !row[0].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            Warn(row, faults);
        if (isSound && Words.IsSmall(row[2], out weight))
            fields = new(row, weight);
        return isSound;
    }

    private const int OldLength = 15;

    private static void Warn(LineFields row, LineFaults faults)
    {
        var id = Encoding.ASCII.GetString(row[0]);
        faults.Add(place => ListMessages.OldNumber(place, id));
    }

    private static void Explain(LineFields row, LineFaults faults)
    {
        var (id, stratum, weight, status, reason) = (LineFaults.Shown(row[0]), LineFaults.Shown(row[1]), LineFaults.Shown(row[2]), LineFaults.Shown(row[3]), LineFaults.Shown(row[4]));
        var why = LookAlike.Why(row[0]);
        if (!Words.IsId(row[0]))
            faults.Add(place => ListMessages.Id(place, id, why));
        if (!Words.IsCode(row[1]))
            faults.Add(place => ListMessages.Stratum(place, stratum), row.From(1));
        if (!Words.IsSmall(row[2], out var number) || number == 0)
            faults.Add(place => ListMessages.Weight(place, weight), row.From(2));
        if (row[3] is not [(byte)'E' or (byte)'X'])
            faults.Add(place => ListMessages.Status(place, status), row.From(3));
        if (row[4] is [(byte)'-'] && row[3] is [(byte)'X'])
            faults.Add(ListMessages.NoReason, row.From(4));
        else if (row[4] is not [(byte)'-'] && !Words.IsReason(row[4]))
            faults.Add(place => ListMessages.Reason(place, reason), row.From(4));
    }
}
