using System.Diagnostics;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Benchmarks;

/// <summary>A sweep that decides, renders and writes, against the bare statements that only claim rows and insert notices which were written beforehand.</summary>
internal static class SweepBench
{
    private const int Batch = 2000;

    public static async Task<IEnumerable<Figure>> RunAsync(int rows)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        var counties = await BenchEngine.CountiesAsync(bench, rows);
        var engine = new BenchEngine(bench, counties);
        await engine.RefreshAsync();
        await engine.ReconcileAllAsync();
        var sweep = engine.Services.GetRequiredService<Sweep>();
        var due = await MakeDueAsync(bench);

        await sweep.RunAsync(default);
        var notices = await ReadAsync(bench);
        var (bareBest, sweepBest) = (0.0, 0.0);
        for (var round = 0; round < 3; round++)
        {
            await MakeDueAsync(bench);
            bareBest = Math.Max(bareBest, due / await TimeAsync(() => BareAsync(bench, notices)));
            await MakeDueAsync(bench);
            sweepBest = Math.Max(sweepBest, due / await TimeAsync(() => sweep.RunAsync(default)));
        }

        var written = await bench.ScalarAsync("select count(*) from notice");
        return [new("sweep with rendered notices", sweepBest, "rows/s", true, 0.6 * bareBest, [("rows", due), ("notices", written), ("bareRowsPerSecond", bareBest), ("share", sweepBest / bareBest), ("platformBareFrom", 41_000), ("platformBareTo", 50_000)])];
    }

    /// <summary>Every deadline has one rung, due a minute ago, and nothing was told yet.</summary>
    private static async Task<long> MakeDueAsync(BenchDatabase bench)
    {
        await bench.ExecuteAsync("truncate notice cascade");
        await bench.ExecuteAsync("delete from deadline where ladder not in ('standard', 'short')");
        await bench.ExecuteAsync("""
            update deadline set status = 'open', rung_ids = rung_ids[1:1], rung_at = array['2025-12-31T23:59:00Z'::timestamptz], next_rung = 0, next_rung_at = '2025-12-31T23:59:00Z'
            """);
        await bench.ExecuteAsync("vacuum analyze deadline");
        return await bench.ScalarAsync("select count(*) from deadline where next_rung_at is not null");
    }

    private static async Task<IReadOnlyList<NoticeDraft>> ReadAsync(BenchDatabase bench)
    {
        await using var connection = await bench.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, due_on from notice order by id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var notices = new List<NoticeDraft>();
        while (await reader.ReadAsync())
            notices.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<string[]>(6),
                reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetString(10), reader.GetString(11), false, false, reader.GetFieldValue<DateOnly>(12)));
        return notices;
    }

    private static async Task BareAsync(BenchDatabase bench, IReadOnlyList<NoticeDraft> notices)
    {
        foreach (var batch in notices.Chunk(Batch))
            await bench.Source.InTransactionAsync(
                async connection =>
                {
                    await using var claim = new NpgsqlCommand(
                        """
                        with due as (select ctid from deadline where next_rung_at <= now() order by next_rung_at limit 2000 for update skip locked)
                        update deadline d set next_rung = 1, next_rung_at = null from due where d.ctid = due.ctid
                        """, connection);
                    await claim.ExecuteNonQueryAsync();
                    await InsertAsync(connection, batch);
                    return 0;
                },
                default);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, NoticeDraft[] batch)
    {
        await using var insert = new NpgsqlCommand(
            """
            insert into notice (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, due_on, created_at)
            select k, j, o, u, p, 'reminder', array[c], ru, f, 'zh', s, b, d, now()
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::date[]) as n (k, j, o, u, p, c, ru, f, s, b, d)
            on conflict do nothing
            """, connection);
        Func<NoticeDraft, string>[] texts = [n => n.Key, n => n.Jurisdiction, n => n.Obligation, n => n.Unit, n => n.Period, n => n.Covers[0], n => n.RecipientUnit, n => n.Function, n => n.Subject, n => n.Body];
        foreach (var text in texts)
            insert.Parameters.Add(new() { Value = batch.Select(text).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = batch.Select(n => n.DueOn!.Value).ToArray() });
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
