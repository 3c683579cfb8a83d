using DoubleRandom.Benchmarks;

// doublerandom bench [name…] [--quick]: one JSON line per figure, with the limit that was measured or set beside it.
var quick = args.Contains("--quick", StringComparer.Ordinal);
var wanted = args.Where(arg => !arg.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
var scale = quick ? 10 : 1;
(string Name, Func<Task<IEnumerable<Figure>>> Measure)[] benches =
[
    // First: one of its figures is the greatest memory that the process ever had.
    ("draw", () => Task.FromResult(DrawBench.Run(scale))),
    ("validate", () => Task.FromResult(ValidateBench.Run())),
    ("rules", () => Task.FromResult(RulesBench.Run(1500 / scale))),
    ("planning", () => Task.FromResult(PlanningBench.Run(3000 / scale))),
    ("matching", () => Task.FromResult(MatchingBench.Run(scale))),
    ("reconcile", () => ReconcileBench.RunAsync(1_000_000 / scale)),
    ("sweep", () => SweepBench.RunAsync(200_000 / scale)),
    ("directories", () => DirectoryBench.RunAsync(1_000_000 / scale)),
    ("public", () => PublicBench.RunAsync(1_000_000 / scale)),
    ("workflows", () => WorkflowBench.RunAsync(scale)),
];
var failed = 0;
foreach (var (name, measure) in benches.Where(bench => wanted.Count == 0 || wanted.Contains(bench.Name)))
{
    await Console.Error.WriteLineAsync($"… {name}");
    foreach (var figure in await measure())
    {
        Console.WriteLine(figure.ToJson());
        failed += figure.IsMet ? 0 : 1;
    }
}

return failed == 0 ? 0 : 1;
