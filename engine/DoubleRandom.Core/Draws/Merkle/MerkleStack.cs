using System.Numerics;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Merkle;

/// <summary>
/// The Merkle tree of RFC 6962 over leaves that come one after the other. It keeps one hash per level, so that a frame of any length fits. Asked beforehand, it
/// also gathers the path of one leaf.
/// </summary>
/// <param name="watched">The leaf whose path is wanted, from 0; -1 for none.</param>
public sealed class MerkleStack(long watched = -1)
{
    private readonly Stack<Piece> _pieces = new();
    private readonly List<Digest> _path = [];

    /// <summary>How many leaves there are so far.</summary>
    public long Size { get; private set; }

    /// <summary>The hash of one leaf: SHA-256 of a zero byte and the line.</summary>
    public static Digest Leaf(ReadOnlySpan<byte> line)
    {
        var bytes = new byte[line.Length + 1];
        line.CopyTo(bytes.AsSpan(1));
        return Digest.Of(bytes);
    }

    /// <summary>The hash of two neighbours: SHA-256 of a one byte and both.</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Digest.Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Digest.Size)..]);
        return Digest.Of(bytes);
    }

    /// <summary>Adds one leaf.</summary>
    public void Add(Digest leaf) => Add(leaf, 1);

    /// <summary>Adds a complete part of the tree at once.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="leaves">Its leaves: a power of two that divides <see cref="Size"/>.</param>
    /// <exception cref="ArgumentException">It does not fit here, or it hides the watched leaf.</exception>
    public void Add(Digest root, long leaves)
    {
        if (!BitOperations.IsPow2(leaves) || Size % leaves != 0)
            throw new ArgumentException($"A part of {leaves} leaves does not begin at leaf {Size}.", nameof(leaves));
        if (leaves > 1 && watched >= Size && watched < Size + leaves)
            throw new ArgumentException($"The watched leaf {watched} is inside.", nameof(leaves));
        var piece = new Piece(root, Size, leaves);
        Size += leaves;
        while (_pieces.Count > 0 && _pieces.Peek().Leaves == piece.Leaves)
            piece = Joined(_pieces.Pop(), piece);
        _pieces.Push(piece);
    }

    /// <summary>The root over all leaves; without any, the hash of nothing. Ends the gathering of a path.</summary>
    public Digest Root()
    {
        if (_pieces.Count == 0)
            return Digest.Of([]);
        var right = _pieces.Pop();
        while (_pieces.Count > 0)
            right = Joined(_pieces.Pop(), right);
        _pieces.Push(right);
        return right.Root;
    }

    /// <summary>The path of the watched leaf, from the leaf upward. Ask for the root first.</summary>
    public MerkleProof Proof() => new(watched, Size, _path);

    private Piece Joined(Piece left, Piece right)
    {
        if (left.Holds(watched))
            _path.Add(right.Root);
        else if (right.Holds(watched))
            _path.Add(left.Root);
        return new(Node(left.Root, right.Root), left.From, left.Leaves + right.Leaves);
    }

    private readonly record struct Piece(Digest Root, long From, long Leaves)
    {
        public bool Holds(long leaf) => leaf >= From && leaf < From + Leaves;
    }
}
