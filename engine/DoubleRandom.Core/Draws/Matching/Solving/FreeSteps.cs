namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>The edges that a slot could change to without cost, as far as prices tell: its own among them, ordered by inspector.</summary>
internal static class FreeSteps
{
    public static Edge[][] Of(Roster roster, EdgeShelf shelf)
    {
        var floors = Array.ConvertAll(roster.Groups, group => group.Select(inspector => roster.InspectorPrice[inspector]).DefaultIfEmpty(Int128.Zero).Min());
        return [.. Enumerable.Range(0, roster.Slots.Length).Select(slot => Of(roster, shelf, slot, floors[roster.GroupOf[slot]]))];
    }

    private static Edge[] Of(Roster roster, EdgeShelf shelf, int slot, Int128 floor)
    {
        var price = roster.SlotPrice[slot];
        while (!shelf.IsComplete(slot) && shelf.Bound(slot) + floor <= price)
            shelf.Extend(slot);
        var free = new List<Edge>(shelf.Fixed(slot));
        foreach (var edge in shelf.Known(slot))
        {
            if (EdgeShelf.Hash(edge) + floor > price)
                break;
            free.Add(EdgeShelf.Read(edge));
        }

        free.RemoveAll(edge => edge.Cost + roster.InspectorPrice[edge.Inspector] > price);
        free.Sort((a, b) => a.Inspector.CompareTo(b.Inspector));
        return [.. free];
    }
}
