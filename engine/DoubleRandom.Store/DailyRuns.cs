using Dapper;
using Npgsql;

namespace DoubleRandom.Store;

/// <summary>What is done once a day, by whichever node comes first.</summary>
public static class DailyRuns
{
    /// <summary>Claims a day's run within the transaction of its work; false when it was done already or another node is at it.</summary>
    public static async Task<bool> ClaimAsync(NpgsqlConnection connection, string name, DateOnly day, DateTimeOffset now, CancellationToken cancel) =>
        await connection.ExecuteAsync(new CommandDefinition("insert into daily_run values (@name, @day, @now) on conflict do nothing", new { name, day, now }, cancellationToken: cancel)) > 0;
}
