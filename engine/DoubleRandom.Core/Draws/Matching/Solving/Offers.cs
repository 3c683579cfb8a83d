namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// The least that each slot would have to pay for another inspector, as far as is known: never more than the truth. Since prices only rise, an answer stays a bound until the slot itself
/// changes, and most slots need not be looked at again in most searches.
/// </summary>
internal sealed class Offers
{
    private readonly Roster _roster;
    private readonly EdgeShelf _shelf;
    private readonly Floors _floors;
    private readonly Int128[] _least;

    public Offers(Roster roster, EdgeShelf shelf, Floors floors)
    {
        (_roster, _shelf, _floors, _least) = (roster, shelf, floors, new Int128[roster.Slots.Length]);
        Array.Fill(_least, -CheapestPath.Nowhere);
    }

    public Int128 Least(int slot) => _least[slot];

    /// <summary>Looks again.</summary>
    public Int128 Renew(int slot)
    {
        var (least, floor, own) = (Fixed(slot), _floors.Of(slot), _roster.At[slot]);
        foreach (var known in _shelf.Known(slot))
        {
            var edge = EdgeShelf.Read(known);
            if (unchecked(floor + edge.Cost) >= least)
                return _least[slot] = least;
            if (edge.Inspector != own && unchecked(edge.Cost + _roster.InspectorPrice[edge.Inspector]) is var price && price < least)
                least = price;
        }

        return _least[slot] = _shelf.IsComplete(slot) ? least : Int128.Min(least, unchecked(floor + _shelf.Bound(slot)));
    }

    /// <summary>The inspector whom a slot is about to leave becomes one among the others.</summary>
    public void Leave(int slot)
    {
        if (_roster.At[slot] is var own && own != Roster.Nobody)
            _least[slot] = Int128.Min(_least[slot], _roster.CostAt[slot] + _roster.InspectorPrice[own]);
    }

    private Int128 Fixed(int slot)
    {
        var least = CheapestPath.Nowhere;
        foreach (var edge in _shelf.Fixed(slot))
            if (edge.Inspector != _roster.At[slot])
                least = Int128.Min(least, edge.Cost + _roster.InspectorPrice[edge.Inspector]);
        return least;
    }
}
