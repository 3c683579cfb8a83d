namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Makes the sum of squared loads least: as long as a chain of changes leads from an inspector to another whose load is lower by two or more, one slot moves along it. When no such chain
/// is left, no cycle of changes lowers the sum, so it is the optimum.
/// </summary>
internal static class Levelling
{
    public static void Level(Seats seats)
    {
        // From the highest down: what was closed at one load offers nothing to a lower one.
        var queue = new PriorityQueue<(int Inspector, int Load), int>();
        var exchange = new Exchange(seats);
        for (var inspector = 0; inspector < seats.Held.Length; inspector++)
            Enqueue(inspector);
        while (queue.TryDequeue(out var next, out _))
            if (next.Load == seats.Load(next.Inspector) && !exchange.IsClosed(next.Inspector))
                Relieve(next.Inspector, next.Load);

        void Enqueue(int inspector)
        {
            if (seats.Held[inspector].Count > 0)
                queue.Enqueue((inspector, seats.Load(inspector)), -seats.Load(inspector));
        }

        void Relieve(int inspector, int load)
        {
            var taker = exchange.Try(seats.Held[inspector], other => seats.HasRoom(other) && seats.Load(other) + 1 < load);
            if (taker == Seats.Nobody)
                return;
            Enqueue(taker);
            Enqueue(inspector);
        }
    }
}
