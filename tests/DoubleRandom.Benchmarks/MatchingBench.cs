using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching;

namespace DoubleRandom.Benchmarks;

/// <summary>Teams of three for thousands of targets, proved optimal in the same run.</summary>
internal static class MatchingBench
{
    private const int Departments = 12;
    private const int SlotsEach = 3;

    public static IEnumerable<Figure> Run(int scale)
    {
        yield return Measure("matching: 2,000 targets × 3 over 300", Instance(2_000 / scale, 300 / scale, dense: false), 2);
        yield return Measure("matching: 10,000 targets × 3 over 2,000", Instance(10_000 / scale, 2_000 / scale, dense: false), 20);
        yield return Measure("matching, anybody anywhere: 2,000 targets × 3 over 300", Instance(2_000 / scale, 300 / scale, dense: true), 2);
        yield return Measure("matching, anybody anywhere: 10,000 targets × 3 over 2,000", Instance(10_000 / scale, 2_000 / scale, dense: true), 20);
    }

    private static Figure Measure(string name, MatchProblem problem, double limit)
    {
        var key = default(Digest);
        var watch = Stopwatch.StartNew();
        var found = OptimalAssignment.Find(problem, key).Assignment ?? throw new InvalidOperationException("The bench has no valid assignment.");
        var seconds = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var faults = AssignmentProof.Check(problem, key, found);
        if (faults.Count > 0)
            throw new InvalidOperationException($"Not proved: {faults[0]}");
        var edges = Enumerable.Range(0, problem.Slots.Count).Sum(slot => (double)problem.Fitting(slot).Length);
        return new(name, seconds, "s", false, limit,
        [
            ("edges, M", edges / 1e6), ("density", edges / problem.Slots.Count / problem.Inspectors.Count), ("proof checked, s", watch.Elapsed.TotalSeconds),
            ("peak memory, MB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6),
        ]);
    }

    /// <summary>Two of the leading department and one of another, or anybody; loads of the months before differ.</summary>
    private static MatchProblem Instance(int targets, int inspectors, bool dense)
    {
        var random = new Random(targets);
        var people = Enumerable.Range(0, inspectors).Select(i => new MatchInspector($"INSP{i:D5}", 2 * SlotsEach * targets / inspectors + 10, random.Next(10))).ToArray();
        var groups = new List<string>[Departments];
        for (var i = 0; i < Departments; i++)
            groups[i] = [];
        for (var i = 0; i < inspectors; i++)
        {
            groups[i % Departments].Add(people[i].Id);
            if (random.Next(10) == 0)
                groups[random.Next(Departments)].Add(people[i].Id);
        }

        string[] everybody = [.. people.Select(one => one.Id)];
        var slots = new List<EligibleSlot>();
        for (var target = 0; target < targets; target++)
        {
            var (lead, other) = (random.Next(Departments), random.Next(Departments));
            for (var slot = 0; slot < SlotsEach; slot++)
                slots.Add(new(new(string.Create(CultureInfo.InvariantCulture, $"9133{target:D14}"), slot), dense ? everybody : groups[slot < 2 ? lead : other]));
        }

        return MatchProblem.Of(slots, people).Problem ?? throw new InvalidOperationException("The bench is faulty.");
    }
}
