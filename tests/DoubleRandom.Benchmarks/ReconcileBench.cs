using System.Diagnostics;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Benchmarks;

/// <summary>Reconciling a million new deadlines into PostgreSQL, against a bare COPY of the same rows into the same table; then again without change.</summary>
internal static class ReconcileBench
{
    public static async Task<IEnumerable<Figure>> RunAsync(int rows)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        var counties = await BenchEngine.CountiesAsync(bench, rows);
        var bare = await BareCopyAsync(bench, counties, rows);
        await bench.ExecuteAsync("truncate deadline cascade");
        var engine = new BenchEngine(bench, counties);
        await engine.RefreshAsync();
        var first = await TimeAsync(engine.ReconcileAllAsync);
        var total = await bench.ScalarAsync("select count(*) from deadline");
        await bench.ExecuteAsync("analyze deadline");
        var again = await TimeAsync(engine.ReconcileAllAsync);
        return
        [
            new("reconcile new deadlines", total / first, "rows/s", true, 0.5 * bare, [("rows", total), ("seconds", first), ("bareCopyRowsPerSecond", bare), ("share", total / first / bare )]),
            new("reconcile without change", first / again, "times faster", true, 5, [("firstSeconds", first), ("againSeconds", again )]),
        ];
    }

    /// <summary>Rows made beforehand, written by COPY in one transaction per county, into the table with all its indexes.</summary>
    private static async Task<double> BareCopyAsync(BenchDatabase bench, IReadOnlyList<Pack> counties, int rows)
    {
        var now = BenchEngine.Now;
        var seconds = 0.0;
        long written = 0;
        foreach (var county in counties)
        {
            var shape = new PlannedDeadlines(county);
            var planned = Planner.Plan(BenchEngine.Request(county)).Deadlines.Select(shape.Of).ToArray();
            written += planned.Length;
            await using var connection = await bench.Source.OpenConnectionAsync();
            var watch = Stopwatch.StartNew();
            await using var transaction = await connection.BeginTransactionAsync();
            await DeadlineTable.AddAsync(connection, planned, now, default);
            await transaction.CommitAsync();
            seconds += watch.Elapsed.TotalSeconds;
        }

        return written / seconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
