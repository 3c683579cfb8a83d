using DoubleRandom.Core.Packs;

namespace DoubleRandom.Service.Text;

/// <summary>The known name somebody probably meant, for files that people fill in by hand.</summary>
internal static class NearestName
{
    /// <summary>
    /// A known name within the edit distance of <see cref="NearMiss"/>, otherwise one that contains the written name or is contained in it (林业局 for 县林业局),
    /// otherwise null. Long text is not compared, because the comparison is quadratic and such files are untrusted.
    /// </summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        if (written.Length is < 2 or > LongestCompared)
            return null;
        string[] candidates = [.. known.Where(name => name.Length is > 1 and <= LongestCompared)];
        return NearMiss.Of(written, candidates)
            ?? Array.Find(candidates, name => name.Contains(written, StringComparison.OrdinalIgnoreCase) || written.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private const int LongestCompared = 64;
}
