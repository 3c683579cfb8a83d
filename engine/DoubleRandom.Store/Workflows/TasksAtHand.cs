using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>What waits for people in several instances at once, for a page that lists them.</summary>
public static class TasksAtHand
{
    /// <summary>The open tasks of each instance, in the order in which they were opened.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="instances">Numbers of the instances.</param>
    /// <param name="each">How many tasks of each instance at most: one with thousands of items does not slow the page down.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<TaskRow>> OfAsync(NpgsqlConnection connection, long[] instances, int each, CancellationToken cancel) =>
        [.. await connection.QueryAsync<TaskRow>(new CommandDefinition(
            """
            select t.* from unnest(@instances) as wanted (number)
            cross join lateral (select * from workflow_task where instance = wanted.number and closed_at is null order by run limit @each) t
            """, new { instances, each }, cancellationToken: cancel))];
}
