using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>Reads a list of any length once: checks every line, commits to all of them, gathers what its kind of list wants.</summary>
internal static class ListScan
{
    public static ListReading<TPart> Read<TPart>(Stream stream, string file, IWorkers workers, Func<TPart> start)
        where TPart : IListPart<TPart>
    {
        using var blocks = new LineBlocks(stream);
        var (faults, tree, all) = (new LineFaults(file), new MerkleStack(), start());
        var (header, rows, last) = ((ListHeader?)null, 0L, Array.Empty<byte>());
        foreach (var block in workers.InOrder(blocks.Read(), block => new BlockReading<TPart>(block, file, start())))
        {
            header ??= block.Header;
            rows += block.Rows;
            if (last.Length > 0 && !block.FirstKey.IsEmpty)
            {
                faults.Line = block.FirstLine;
                BlockReading<TPart>.Compare(last, block.FirstKey, faults);
            }

            last = block.LastKey.IsEmpty ? last : block.LastKey.ToArray();
            faults.Join(block.Faults);
            all.Join(block.Part);
            foreach (var (root, leaves) in block.Leaves)
                tree.Add(root, leaves);
        }

        faults.Line = 0;
        if (tree.Size == 0 && !faults.HasErrors)
            faults.Add(place => ListMessages.Header(place, TPart.Format, ""));
        else if (header is not null && header.Rows != rows)
            faults.Add(place => ListMessages.Rows(place, header.Rows, rows));
        return new(faults.HasErrors ? null : new(header!, blocks.Sha256, tree.Root()), all, faults.All);
    }
}
