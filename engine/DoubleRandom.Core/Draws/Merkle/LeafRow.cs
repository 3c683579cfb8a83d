using System.Buffers;
using System.Numerics;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Merkle;

/// <summary>The leaves of one stretch of lines, folded to as few complete parts of the tree as its place allows, eight hashes at a time.</summary>
internal sealed class LeafRow : IDisposable
{
    private const int Room = 4096;
    private readonly HashBatch _lines = new(1);
    private readonly HashBatch _nodes = new(2);
    private readonly List<int> _places = new(Sha256Lanes.Count);
    private Digest[] _hashes = ArrayPool<Digest>.Shared.Rent(Room);
    private byte[] _long = new byte[256];

    /// <summary>How many leaves there are.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of a leaf. Only before folding.</summary>
    public Digest this[int leaf] => _hashes[leaf];

    /// <summary>Adds a line, without its line end.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (Count == _hashes.Length)
            Grow();
        if (line.Length < _lines.Longest)
            Wait(line);
        else
            _hashes[Count] = Alone(line);
        Count++;
    }

    /// <summary>Hashes what still waits. Call once, after the last line.</summary>
    public void Finish()
    {
        var digests = _lines.Flush();
        for (var i = 0; i < digests.Length; i++)
            _hashes[_places[i]] = digests[i];
        _places.Clear();
    }

    /// <summary>The complete parts in their order, for leaves that begin at a place of the tree.</summary>
    public IReadOnlyList<(Digest Root, long Leaves)> Fold(long from)
    {
        var parts = new List<(Digest, long)>();
        for (var at = 0; at < Count;)
        {
            var fits = (int)BitOperations.RoundUpToPowerOf2((uint)(Count - at + 1)) >> 1;
            var place = from + at;
            var leaves = place == 0 ? fits : (int)Math.Min(fits, place & -place);
            parts.Add((Root(_hashes.AsSpan(at, leaves)), leaves));
            at += leaves;
        }

        return parts;
    }

    public void Dispose()
    {
        ArrayPool<Digest>.Shared.Return(_hashes);
        _hashes = [];
    }

    private void Grow()
    {
        var more = ArrayPool<Digest>.Shared.Rent(Count * 2);
        _hashes.AsSpan(0, Count).CopyTo(more);
        ArrayPool<Digest>.Shared.Return(_hashes);
        _hashes = more;
    }

    private void Wait(ReadOnlySpan<byte> line)
    {
        var leaf = _lines.Next(line.Length + 1);
        leaf[0] = 0;
        line.CopyTo(leaf[1..]);
        _places.Add(Count);
        if (_lines.IsFull)
            Finish();
    }

    private Digest Alone(ReadOnlySpan<byte> line)
    {
        if (_long.Length <= line.Length)
            _long = new byte[line.Length * 2];
        line.CopyTo(_long.AsSpan(1));
        return Digest.Of(_long.AsSpan(0, line.Length + 1));
    }

    /// <summary>Folds in place, level by level; the hashes are used up.</summary>
    private Digest Root(Span<Digest> level)
    {
        for (; level.Length > 1; level = level[..(level.Length / 2)])
            Halve(level);
        return level[0];
    }

    private void Halve(Span<Digest> level)
    {
        var done = 0;
        for (var pair = 0; pair < level.Length / 2; pair++)
        {
            var node = _nodes.Next(1 + (2 * Digest.Size));
            node[0] = 1;
            level[2 * pair].CopyTo(node[1..]);
            level[(2 * pair) + 1].CopyTo(node[(1 + Digest.Size)..]);
            if (!_nodes.IsFull && pair + 1 < level.Length / 2)
                continue;
            var digests = _nodes.Flush();
            digests.CopyTo(level[done..]);
            done += digests.Length;
        }
    }
}
