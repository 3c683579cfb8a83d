using System.Text;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>Makes proofs from a sound frame, read from front to end for each line to be shown.</summary>
/// <param name="open">Opens the file anew each time.</param>
/// <param name="commitment">What the frame was read to be.</param>
public sealed class FrameProver(Func<Stream> open, ListCommitment commitment)
{
    /// <summary>Shows that a target stands in the frame, or that it does not.</summary>
    /// <exception cref="InvalidDataException">The file is no longer the one that was read.</exception>
    public FrameProof Prove(string id)
    {
        var (place, isMember) = Find(Encoding.UTF8.GetBytes(id));
        ProvedLine[] lines = isMember ? [Line(place)] : place <= commitment.Header.Rows ? [Line(place - 1), Line(place)] : [Line(place - 1)];
        return new(id, commitment.Root, Line(0), lines);
    }

    /// <summary>Where the target stands, or where it would have to: the first row whose id is not smaller.</summary>
    private (long Place, bool IsMember) Find(ReadOnlySpan<byte> id)
    {
        using var stream = open();
        using var blocks = new LineBlocks(stream);
        foreach (var block in blocks.Read())
        {
            using (block)
            {
                var at = block.FirstLine;
                foreach (var range in block.Text.TrimEnd((byte)'\n').Split((byte)'\n'))
                {
                    var line = block.Text[range];
                    var order = at == 0 ? -1 : new LineFields(line)[0].SequenceCompareTo(id);
                    if (order >= 0)
                        return (at, order == 0);
                    at++;
                }
            }
        }

        return (commitment.Header.Rows + 1, false);
    }

    private ProvedLine Line(long wanted)
    {
        using var stream = open();
        using var blocks = new LineBlocks(stream);
        var (tree, found) = (new MerkleStack(wanted), "");
        foreach (var block in blocks.Read())
        {
            using (block)
                found = Add(block, tree, wanted) ?? found;
        }

        if (tree.Root() != commitment.Root)
            throw new InvalidDataException("The frame changed while it was read.");
        return new(found, tree.Proof());
    }

    /// <summary>Adds a block to the tree, leaf by leaf where the wanted line is; that line, when it is here.</summary>
    private static string? Add(LineBlock block, MerkleStack tree, long wanted)
    {
        using var leaves = new LeafRow();
        string? found = null;
        foreach (var range in block.Text.TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            if (block.FirstLine + leaves.Count == wanted)
                found = Encoding.UTF8.GetString(block.Text[range]);
            leaves.Add(block.Text[range]);
        }

        leaves.Finish();
        if (found is null)
            foreach (var (root, count) in leaves.Fold(block.FirstLine))
                tree.Add(root, count);
        else
            for (var leaf = 0; leaf < leaves.Count; leaf++)
                tree.Add(leaves[leaf]);
        return found;
    }
}
