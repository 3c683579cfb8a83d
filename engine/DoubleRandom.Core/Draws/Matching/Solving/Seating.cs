namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Fills as many slots as can be filled: a maximum flow by augmenting paths. Tells whether a valid assignment exists, and if not, why: what can be reached from the empty
/// slots is the narrowest cut, and the same whichever maximum flow was found.
/// </summary>
internal static class Seating
{
    /// <summary>Seats for all slots, or the independent reasons why some stay empty.</summary>
    public static (Seats Seats, IReadOnlyList<Bottleneck> Bottlenecks) Of(MatchProblem problem)
    {
        var seats = new Seats(problem);
        for (var slot = 0; slot < seats.At.Length; slot++)
            if (LeastLoaded(seats, slot) is var inspector && inspector != Seats.Nobody)
                seats.Seat(slot, inspector);
        var exchange = new Exchange(seats);
        for (var slot = 0; slot < seats.At.Length; slot++)
            if (seats.At[slot] == Seats.Nobody)
                exchange.Try([slot], seats.HasRoom);
        return (seats, Cut.Parts(problem, exchange.ClosedSlots));
    }

    private static int LeastLoaded(Seats seats, int slot)
    {
        var (best, least) = (Seats.Nobody, int.MaxValue);
        foreach (var inspector in seats.Problem.Fitting(slot))
            if (seats.Load(inspector) is var load && load < least && seats.HasRoom(inspector) && seats.Holder(slot, inspector) == Seats.Nobody)
                (best, least) = (inspector, load);
        return best;
    }
}
