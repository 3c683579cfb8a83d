using System.Diagnostics;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Benchmarks;

/// <summary>Planning 3,000 jurisdictions × 25 units × 24 months.</summary>
internal static class PlanningBench
{
    public static IEnumerable<Figure> Run(int counties)
    {
        var packs = Counties.Make(counties);
        var from = new DateOnly(2026, 1, 1);
        var to = from.AddMonths(24).AddDays(-1);
        var events = packs.DistinctBy(pack => pack.ContentHash, StringComparer.Ordinal).ToDictionary(pack => pack.ContentHash, pack => Counties.Events(pack, from, 24), StringComparer.Ordinal);
        long planned = 0;
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(packs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, pack =>
        {
            var count = 0L;
            foreach (var deadline in Planner.Plan(new(pack, from, to, events[pack.ContentHash])).Deadlines)
                count += PlanDigest.Of(deadline) == 0 ? 0 : 1;
            Interlocked.Add(ref planned, count);
        });
        var seconds = watch.Elapsed.TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        yield return new("planning", planned / seconds, "deadlines/s", true, 400_000, [("deadlines", planned), ("seconds", seconds), ("jurisdictions", counties)]);
        yield return new("planning memory", peak, "MB", false, 2000, []);
    }
}
