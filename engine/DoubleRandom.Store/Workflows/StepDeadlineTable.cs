using Dapper;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store.Deadlines;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>The deadlines of steps within the table of all deadlines.</summary>
public static class StepDeadlineTable
{
    /// <summary>The period of a step's deadline: instance and run.</summary>
    public static string Period(long instance, int run) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instance}#{run}");

    /// <summary>The run that a period means; 0 when it is none of a step.</summary>
    public static int RunOf(string period) =>
        int.TryParse(period.AsSpan(period.LastIndexOf('#') + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var run) ? run : 0;

    /// <summary>What is stored of some steps, for comparing with what is to be.</summary>
    public static async Task<IDictionary<DeadlineKey, StoredDeadline>> StoredAsync(
        NpgsqlConnection connection, long instance, IReadOnlyCollection<string> periods, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<(string Jurisdiction, string Obligation, string Unit, string Period, long Digest, bool IsWithdrawn)>(new CommandDefinition(
            "select jurisdiction, obligation, unit, period, digest, status = 'withdrawn' from deadline where instance = @instance and period = any(@periods)",
            new { instance, periods = periods.ToArray() }, cancellationToken: cancel));
        return rows.ToDictionary(row => new DeadlineKey(row.Jurisdiction, row.Obligation, row.Unit, row.Period), row => new StoredDeadline(row.Digest, row.IsWithdrawn));
    }

    /// <summary>The open deadlines of steps of a jurisdiction, for laying their ladders anew: each with its workflow, the pack version that it runs on, and the digest of what was planned.</summary>
    public static async Task<IReadOnlyList<(DeadlineRow Row, string Workflow, string PackHash, long Digest)>> OpenAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DeadlineRow, StepOrigin, (DeadlineRow, string, string, long)>(
            new CommandDefinition(
                """
                select d.*, i.workflow, i.pack_hash, d.digest from deadline d join workflow_instance i on i.id = d.instance
                where d.jurisdiction = @jurisdiction and d.status = 'open' order by d.obligation, d.unit, d.period
                """, new { jurisdiction }, cancellationToken: cancel),
            (row, origin) => (row, origin.Workflow, origin.PackHash, origin.Digest), splitOn: "workflow")];

    /// <summary>The deadlines of steps that were done are met, in time or late by this instant; their ladders stop.</summary>
    public static Task SettleAsync(NpgsqlConnection connection, long instance, IReadOnlyCollection<string> periods, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update deadline set status = case when @now <= due_at then 'met' else 'met-late' end, settled_at = @now, changed_at = @now, next_rung_at = null
            where instance = @instance and period = any(@periods) and status = 'open'
            """, new { instance, periods = periods.ToArray(), now }, cancellationToken: cancel));

    private sealed record StepOrigin(string Workflow, string PackHash, long Digest);
}
