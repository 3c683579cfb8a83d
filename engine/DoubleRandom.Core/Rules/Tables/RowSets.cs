using System.Numerics;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>Sets of rows, a bit for each.</summary>
internal static class RowSets
{
    public const int Bits = 64;

    public static int Words(int rows) => (rows + Bits - 1) / Bits;

    public static ulong[] Of(int rows, Func<int, bool> has)
    {
        var set = new ulong[Words(rows)];
        for (var row = 0; row < rows; row++)
            if (has(row))
                set[row / Bits] |= 1UL << (row % Bits);
        return set;
    }

    public static bool Has(ReadOnlySpan<ulong> set, int row) => (set[row / Bits] & (1UL << (row % Bits))) != 0;

    public static void Keep(Span<ulong> set, ReadOnlySpan<ulong> with)
    {
        for (var i = 0; i < set.Length; i++)
            set[i] &= with[i];
    }

    /// <summary>The first row from a position on; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> set, int from)
    {
        for (var word = from / Bits; word < set.Length; word++)
        {
            var bits = word == from / Bits ? set[word] & (ulong.MaxValue << (from % Bits)) : set[word];
            if (bits != 0)
                return (word * Bits) + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }
}
