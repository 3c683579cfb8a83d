using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>Open tasks without a due day, and the reminders of them.</summary>
public static class StaleTaskTable
{
    /// <summary>Takes tasks of which a reminder has fallen that was not told, and locks them until the transaction ends; those that another node has in hand are left to it.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="openedBefore">By the number of reminders told, from 0, the instant (UTC) before which a task must have opened; beyond the list nobody is reminded any more.</param>
    /// <param name="most">How many at most; those of the lowest numbers first.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<TaskRow>> TakeAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyList<DateTimeOffset> openedBefore, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<TaskRow>(new CommandDefinition(
            """
            select * from workflow_task
            where jurisdiction = @jurisdiction and closed_at is null and due_on is null and opened_at < (@openedBefore)[reminded + 1]
            order by instance, run limit @most for update skip locked
            """, new { jurisdiction, openedBefore = openedBefore.Select(at => at.UtcDateTime).ToArray(), most }, cancellationToken: cancel))];

    /// <summary>Notes how many reminders of each task were told.</summary>
    public static Task RemindedAsync(NpgsqlConnection connection, IReadOnlyCollection<(TaskRow Task, int Reminded)> told, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update workflow_task t set reminded = told.reminded from unnest(@instances, @runs, @counts) as told (instance, run, reminded)
            where t.instance = told.instance and t.run = told.run
            """,
            new { instances = told.Select(one => one.Task.Instance).ToArray(), runs = told.Select(one => one.Task.Run).ToArray(), counts = told.Select(one => one.Reminded).ToArray() }, cancellationToken: cancel));
}
