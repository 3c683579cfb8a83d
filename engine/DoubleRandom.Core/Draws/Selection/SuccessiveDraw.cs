using System.Numerics;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>
/// Exact inclusion probabilities of drawing by lots. The order of the targets' best lots is that of drawing one lot after the other from the urn and taking all lots of
/// its owner out, so that it is enough to know how many of each weight are out already.
/// </summary>
internal static class SuccessiveDraw
{
    private const int MostDrawn = 64;
    private const int MostStates = 65_536;

    /// <summary>Whether the fraction can be had in an instant; larger ones have thousands of digits that nobody reads.</summary>
    public static bool IsWithinReach(StratumPlan plan) => plan.Number <= MostDrawn
        && plan.Count.Classes.Values.Aggregate(BigInteger.One, (states, count) => states * (Math.Min(count, plan.Number) + 1)) <= MostStates;

    /// <summary>The probability for each weight, the smallest first.</summary>
    public static IReadOnlyList<Ratio> Of(StratumPlan plan)
    {
        var classes = plan.Count.Classes.ToArray();
        var steps = Steps([.. classes.Select(pair => Math.Min(pair.Value, plan.Number) + 1)]);
        var now = new Dictionary<long, Ratio> { [0] = new(1, 1) };
        for (var drawn = 0; drawn < plan.Number; drawn++)
            now = After(now, classes, steps);
        return [.. classes.Select((pair, at) => now.Aggregate(new Ratio(0, 1), (sum, state) => sum + (state.Value * new Ratio(Out(state.Key, steps, at), pair.Value))))];
    }

    /// <summary>A state is a number in mixed radix: how many of each class are out.</summary>
    private static long[] Steps(long[] radices)
    {
        var steps = new long[radices.Length + 1];
        steps[0] = 1;
        for (var i = 0; i < radices.Length; i++)
            steps[i + 1] = steps[i] * radices[i];
        return steps;
    }

    private static long Out(long state, long[] steps, int at) => state % steps[at + 1] / steps[at];

    private static Dictionary<long, Ratio> After(Dictionary<long, Ratio> now, KeyValuePair<int, long>[] classes, long[] steps)
    {
        var next = new Dictionary<long, Ratio>();
        foreach (var (state, probability) in now)
        {
            var left = classes.Select((pair, at) => (pair.Value - Out(state, steps, at)) * pair.Key).ToArray();
            var all = left.Sum();
            for (var at = 0; at < classes.Length; at++)
            {
                if (left[at] == 0)
                    continue;
                var reached = state + steps[at];
                next[reached] = next.GetValueOrDefault(reached, new(0, 1)) + (probability * new Ratio(left[at], all));
            }
        }

        return next;
    }
}
