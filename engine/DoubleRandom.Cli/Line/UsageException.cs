using DoubleRandom.Core;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Line;

/// <summary>The command cannot be carried out as it was given. Ends it with exit status 2.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="remedy">What to type instead.</param>
internal sealed class UsageException(Bilingual problem, Bilingual remedy) : Exception(problem.En)
{
    public Bilingual Problem { get; } = problem;

    public Bilingual Remedy { get; } = remedy;

    /// <summary>An unknown name with the one that was probably meant, or else those there are.</summary>
    public static UsageException Unknown(Bilingual kind, string given, IEnumerable<string> known)
    {
        const int most = 15;
        var names = known.Distinct(StringComparer.Ordinal).ToArray();
        var problem = new Bilingual($"未知的{kind.Zh}“{given}”", $"unknown {kind.En} \"{given}\"");
        if (NearMiss.Of(given, names) is { } near)
            return new(problem, new($"是否应为“{near}”？", $"did you mean \"{near}\"?"));
        var listed = names.Length == 0 ? "–" : string.Join(", ", names.Take(most)) + (names.Length > most ? ", …" : "");
        return new(problem, new($"可用的有：{listed}", $"known are: {listed}"));
    }
}
