namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>The edges that a slot could change to without cost, as far as prices tell: its own among them, ordered by inspector.</summary>
internal static class FreeSteps
{
    public static ulong[][] Of(Roster roster, EdgeShelf shelf)
    {
        var floors = Array.ConvertAll(roster.Groups, group => group.Min(inspector => roster.InspectorPrice[inspector]));
        return [.. Enumerable.Range(0, roster.Slots.Length).Select(slot => Of(roster, shelf, slot, floors[roster.GroupOf[slot]]))];
    }

    private static ulong[] Of(Roster roster, EdgeShelf shelf, int slot, Int128 floor)
    {
        var price = roster.SlotPrice[slot];
        while (!shelf.IsComplete(slot) && shelf.Bound(slot) + floor <= price)
            shelf.Extend(slot);
        var free = new List<ulong>();
        foreach (var edge in shelf.Known(slot))
        {
            if (EdgeShelf.Hash(edge) + floor > price)
                break;
            if (EdgeShelf.Hash(edge) + roster.InspectorPrice[EdgeShelf.Inspector(edge)] <= price)
                free.Add(edge);
        }

        free.Sort((a, b) => EdgeShelf.Inspector(a).CompareTo(EdgeShelf.Inspector(b)));
        return [.. free];
    }
}
