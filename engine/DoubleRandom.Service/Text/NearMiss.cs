namespace DoubleRandom.Service.Text;

/// <summary>Finds the known name somebody probably meant when they wrote an unknown one.</summary>
internal static class NearMiss
{
    /// <summary>
    /// The nearest of <paramref name="known"/>, or null when none is near: at most one edit per three characters, and at least one.
    /// A name that contains the other (市场监管局 in 县市场监管局) counts as near too.
    /// </summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in known)
        {
            int distance = Nearness(written, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    private static int Nearness(string written, string candidate)
    {
        // Directory files are untrusted: the quadratic comparison below must not see long text.
        if (written.Length is < 2 or > LongestCompared || candidate.Length > LongestCompared)
            return int.MaxValue;
        int allowed = Math.Max(1, Math.Max(written.Length, candidate.Length) / 3);
        int distance = Edits(written, candidate);
        if (distance <= allowed)
            return distance;
        return Contains(candidate, written) || Contains(written, candidate) ? allowed + 1 : int.MaxValue;
    }

    private static bool Contains(string outer, string inner) =>
        inner.Length > 1 && outer.Contains(inner, StringComparison.OrdinalIgnoreCase);

    private static int Edits(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    private const int LongestCompared = 64;
}
