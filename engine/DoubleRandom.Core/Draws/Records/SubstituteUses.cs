using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Checks that substitutes were used in their order, each once, in place of somebody who was to be checked.</summary>
internal static class SubstituteUses
{
    public static IEnumerable<Refusal> Check(IReadOnlyList<SubstituteUse> uses, IReadOnlyList<StratumDraw> drawn)
    {
        var waiting = drawn.Select(stratum => new Queue<string>(stratum.Substitutes.Select(target => target.Id))).ToArray();
        var standing = drawn.Select(stratum => stratum.Selected.Select(target => target.Id).ToHashSet(StringComparer.Ordinal)).ToArray();
        foreach (var use in uses)
        {
            var at = Array.FindIndex(standing, stratum => stratum.Contains(use.Instead));
            if (at < 0 || !waiting[at].TryDequeue(out var next) || !string.Equals(next, use.Id, StringComparison.Ordinal) || use.Reason.Length == 0)
            {
                yield return RecordMessages.Use(use.Id);
                continue;
            }

            standing[at].Remove(use.Instead);
            standing[at].Add(use.Id);
        }
    }
}
