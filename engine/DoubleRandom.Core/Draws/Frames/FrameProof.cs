using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>One line of a frame and its path to the root.</summary>
/// <param name="Line">The line, without its line end.</param>
/// <param name="Path">Its place and path.</param>
public sealed record ProvedLine(string Line, MerkleProof Path)
{
    /// <summary>The id at the front of the line.</summary>
    public string Id => Line.Split('\t')[0];

    /// <summary>Whether it stands there under that root.</summary>
    public bool Shows(Digest root) => Path.Shows(Encoding.UTF8.GetBytes(Line), root);
}

/// <summary>
/// Shows without the rest of a frame that a target stands in it, or that it does not: then the two lines between which it would have to stand are neighbours. The
/// header is shown too, because it says how many lines there are.
/// </summary>
/// <param name="Id">The target.</param>
/// <param name="Root">The frame's published root.</param>
/// <param name="Header">The header at place 0.</param>
/// <param name="Lines">The target's own line; or the line before its place, which may be the header, and the one after it unless the place is the end.</param>
public sealed record FrameProof(string Id, Digest Root, ProvedLine Header, IReadOnlyList<ProvedLine> Lines)
{
    /// <summary>Whether the target stands in the frame.</summary>
    public bool IsMember => Lines is [var only] && string.Equals(only.Id, Id, StringComparison.Ordinal);

    /// <summary>Whether the proof holds: every path leads to the root, and the places fit together.</summary>
    public bool Holds()
    {
        var header = ListHeader.Read(Encoding.UTF8.GetBytes(Header.Line), FrameWriter.Format);
        if (header is null || Header.Path.Index != 0 || !Lines.Prepend(Header).All(line => line.Path.Size == header.Rows + 1 && line.Shows(Root)))
            return false;
        return IsMember ? Lines[0].Path.Index > 0 : IsGap(header.Rows);
    }

    private bool IsGap(long rows)
    {
        if (Lines.Count is < 1 or > 2 || !(Lines[0].Path.Index == 0 || string.CompareOrdinal(Lines[0].Id, Id) < 0))
            return false;
        return Lines is [var before, var after]
            ? after.Path.Index == before.Path.Index + 1 && string.CompareOrdinal(after.Id, Id) > 0
            : Lines[0].Path.Index == rows;
    }
}
