using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Merkle;

/// <summary>Shows that one line stands at one place under a root, with a hash per level (RFC 6962, 2.1.1).</summary>
/// <param name="Index">The leaf, from 0.</param>
/// <param name="Size">How many leaves the tree has.</param>
/// <param name="Path">The neighbours on the way up, the lowest first.</param>
public sealed record MerkleProof(long Index, long Size, IReadOnlyList<Digest> Path)
{
    /// <summary>The root that follows from a leaf and this path; null when the path is too short or too long for the place.</summary>
    /// <param name="leaf">The leaf's hash, <see cref="MerkleStack.Leaf"/>.</param>
    public Digest? RootOf(Digest leaf)
    {
        if (Index < 0 || Index >= Size)
            return null;
        var (hash, node, last, used) = (leaf, Index, Size - 1, 0);
        for (; last > 0; (node, last) = (node / 2, last / 2))
        {
            // The last node of a level has no neighbour when their number is odd: it rises as it is.
            if (node % 2 == 0 && node == last)
                continue;
            if (used == Path.Count)
                return null;
            var beside = Path[used++];
            hash = node % 2 == 1 ? MerkleStack.Node(beside, hash) : MerkleStack.Node(hash, beside);
        }

        return used == Path.Count ? hash : null;
    }

    /// <summary>Whether the line stands at that place under that root.</summary>
    public bool Shows(ReadOnlySpan<byte> line, Digest root) => RootOf(MerkleStack.Leaf(line)) == root;
}
