namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>How far each shape lies from the beginning: one further than the last that leads to it, ways back to what is on the path aside.</summary>
internal static class Ranks
{
    /// <summary>The rank of every id, from 0.</summary>
    /// <param name="ids">What is drawn, in the order of the definition.</param>
    /// <param name="arrows">From where to where the arrows go.</param>
    public static Dictionary<string, int> Of(IReadOnlyList<string> ids, IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var ranks = ids.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        var order = Finished(ids, next);
        var place = order.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i, StringComparer.Ordinal);
        for (var i = order.Count - 1; i >= 0; i--)
            foreach (var to in next[order[i]].Where(to => place[to] < i))
                ranks[to] = Math.Max(ranks[to], ranks[order[i]] + 1);
        return ranks;
    }

    /// <summary>The ids in the order in which a walk along the arrows is done with them; without recursion, for long definitions.</summary>
    private static List<string> Finished(IReadOnlyList<string> ids, ILookup<string, string> next)
    {
        var (order, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var id in ids)
        {
            var path = new Stack<(string Id, IEnumerator<string> Ways)>();
            if (seen.Add(id))
                path.Push((id, next[id].GetEnumerator()));
            while (path.TryPeek(out var here))
            {
                if (!here.Ways.MoveNext())
                    order.Add(path.Pop().Id);
                else if (seen.Add(here.Ways.Current))
                    path.Push((here.Ways.Current, next[here.Ways.Current].GetEnumerator()));
            }
        }

        return order;
    }
}
