using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Input;

/// <summary>Says what is wrong with a file that was named on the command line.</summary>
internal static class FaultyFile
{
    private const int MostTold = 5;

    /// <summary>The first faults with their lines and remedies.</summary>
    public static UsageException Of(IReadOnlyList<Diagnostic> faults)
    {
        var told = faults.Take(MostTold).ToArray();
        var more = faults.Count > MostTold ? "…" : "";
        return new(
            new(string.Join("；", told.Select(fault => $"{fault.Place}：{fault.Problem.Zh}（{fault.Remedy.Zh}）")) + more, string.Join("; ", told.Select(fault => $"{fault.Place}: {fault.Problem.En} ({fault.Remedy.En})")) + more),
            new("更正后重试", "mend it and try again"));
    }
}
