namespace DoubleRandom.Core.Packs;

/// <summary>What to write in place of an unknown name.</summary>
internal static class Hint
{
    private const int Most = 12;

    /// <summary>Longer words are no slip of the finger, and comparing them takes time.</summary>
    private const int Longest = 100;

    public static Bilingual For(string word, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToArray();
        if (word.Length <= Longest && NearMiss.Of(word, names) is { } near)
            return new($"是否应为“{near}”？", $"did you mean \"{near}\"?");
        if (names.Length == 0)
            return new("没有可用的名称；请先定义它，或删除此处引用", "there is none yet; define it first, or delete this reference");
        var listed = string.Join(", ", names.Take(Most)) + (names.Length > Most ? ", …" : "");
        return new($"可用的有：{listed}", $"known are: {listed}");
    }
}
