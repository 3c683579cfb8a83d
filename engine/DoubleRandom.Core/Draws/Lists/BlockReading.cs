using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>What one block of a list says by itself. Blocks are read side by side.</summary>
internal sealed class BlockReading<TPart>
    where TPart : IListPart<TPart>
{
    private const int KeyRoom = 256;
    private readonly LineBlock _block;
    private readonly byte[] _lastKey = new byte[KeyRoom];
    private byte[]? _firstKey;
    private int _lastLength;

    public BlockReading(LineBlock block, string file, TPart part)
    {
        (_block, Part, Faults) = (block, part, new(file) { Line = block.FirstLine });
        using (block)
            Leaves = Read();
    }

    public TPart Part { get; }

    public LineFaults Faults { get; }

    public ListHeader? Header { get; private set; }

    public long Rows { get; private set; }

    /// <summary>The key of the first row; empty when there is none.</summary>
    public ReadOnlySpan<byte> FirstKey => _firstKey;

    public long FirstLine => _block.FirstLine;

    public ReadOnlySpan<byte> LastKey => _lastKey.AsSpan(0, _lastLength);

    /// <summary>Complete parts of the tree over the lines.</summary>
    public IReadOnlyList<(Digest Root, long Leaves)> Leaves { get; }

    /// <summary>Notes a key that does not come after the one before it.</summary>
    public static void Compare(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key, LineFaults faults)
    {
        var order = before.SequenceCompareTo(key);
        if (order >= 0)
            Explain(order == 0, LineFaults.Shown(before), LineFaults.Shown(key), faults);
    }

    private static void Explain(bool isTwice, string before, string key, LineFaults faults) =>
        faults.Add(place => isTwice ? ListMessages.Twice(place, key) : ListMessages.Unsorted(place, key, before));

    private IReadOnlyList<(Digest Root, long Leaves)> Read()
    {
        if (_block.IsTorn)
        {
            Faults.Add(ListMessages.Endless);
            return [];
        }

        using var leaves = new LeafRow();
        for (var rest = _block.Text; !rest.IsEmpty; Faults.Line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (end < 0)
                Faults.Add(ListMessages.NoLastLineEnd, line.Length);
            leaves.Add(line);
            Line(line);
        }

        leaves.Finish();
        return leaves.Fold(_block.FirstLine);
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        if (line is [.., (byte)'\r'])
        {
            Faults.AddOnce(ListMessages.CarriageReturnCode, ListMessages.CarriageReturn);
            line = line[..^1];
        }

        if (Faults.Line == 0)
            First(line);
        else
            Row(new(line));
    }

    private void First(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(Encoding.UTF8.Preamble))
        {
            Faults.Add(ListMessages.NotAscii);
            line = line[3..];
        }

        Header = ListHeader.Read(line, TPart.Format);
        if (Header is not null)
            return;
        var shown = LineFaults.Shown(line);
        Faults.Add(place => ListMessages.Header(place, TPart.Format, shown));
    }

    private void Row(LineFields row)
    {
        Rows++;
        if (row.Count != TPart.Fields)
        {
            var found = row.Count;
            Faults.Add(place => ListMessages.Fields(place, TPart.Fields, found));
            return;
        }

        var key = row.First(TPart.KeyFields);
        if (_firstKey is null)
            _firstKey = key.ToArray();
        else
            Compare(LastKey, key, Faults);
        // A key too long for the room is no id and reported as such; its beginning will do for the order.
        _lastLength = Math.Min(key.Length, KeyRoom);
        key[.._lastLength].CopyTo(_lastKey);
        Part.Read(row, Faults);
    }
}
