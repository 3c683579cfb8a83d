namespace DoubleRandom.Core.Packs.Changes;

/// <summary>Tells what was taken to another place from what only made room for it.</summary>
internal static class Order
{
    /// <summary>The longest run of numbers that still ascends: of a list in a new order, the old places of what did not move.</summary>
    /// <param name="places">The old places, in the new order; each once.</param>
    public static HashSet<int> Kept(IReadOnlyList<int> places)
    {
        // Of all runs of a length, the one whose last number is smallest is the one that can grow furthest.
        var ends = new List<int>();
        var before = new int[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var at = ends.BinarySearch(i, Comparer<int>.Create((a, b) => places[a].CompareTo(places[b])));
            at = at < 0 ? ~at : at;
            before[i] = at == 0 ? -1 : ends[at - 1];
            if (at == ends.Count)
                ends.Add(i);
            else
                ends[at] = i;
        }

        var kept = new HashSet<int>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
            kept.Add(places[i]);
        return kept;
    }
}
