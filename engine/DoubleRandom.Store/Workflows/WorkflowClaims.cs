using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>An event that an instance has still to be told.</summary>
/// <param name="Id">Number of the errand.</param>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Event">Id of the event.</param>
/// <param name="HappenedOn">The civil day.</param>
/// <param name="Item">Path of the item; empty when it concerns the whole.</param>
/// <param name="Depth">How many commands led to it.</param>
public sealed record ErrandRow(long Id, long Instance, string Event, DateOnly HappenedOn, string Item, int Depth);

/// <summary>What the engine has to do with instances by itself: days that came, events not told yet, days to be worked out anew.</summary>
public static class WorkflowClaims
{
    /// <summary>Running instances of a jurisdiction that wait for a day which has come, except those that are to be tried again later.</summary>
    public static Task<IReadOnlyList<long>> DueAsync(NpgsqlConnection connection, string jurisdiction, DateOnly today, int most, CancellationToken cancel) =>
        NumbersAsync(connection, "next_day <= @today", jurisdiction, "", today, most, cancel);

    /// <summary>Running instances whose days were worked out by another version's calendar than that of the pack with this content hash, except those that are to be tried again later.</summary>
    public static Task<IReadOnlyList<long>> OutdatedAsync(NpgsqlConnection connection, string jurisdiction, string hash, DateOnly today, int most, CancellationToken cancel) =>
        NumbersAsync(connection, "dated_by <> @hash", jurisdiction, hash, today, most, cancel);

    /// <summary>Whether an instance still waits for a day that has come, locked until the transaction ends; false when another node has it.</summary>
    public static async Task<bool> TakeDueAsync(NpgsqlConnection connection, long id, DateOnly today, CancellationToken cancel) =>
        await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            "select id from workflow_instance where id = @id and status = 'running' and next_day <= @today for update skip locked", new { id, today }, cancellationToken: cancel)) is not null;

    /// <summary>Errands of a jurisdiction whose time has come, oldest first.</summary>
    public static async Task<IReadOnlyList<ErrandRow>> ErrandsAsync(NpgsqlConnection connection, string jurisdiction, DateOnly today, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<ErrandRow>(new CommandDefinition(
            """
            select e.id, e.instance, e.event, e.happened_on, e.item, e.depth from workflow_errand e join workflow_instance i on i.id = e.instance
            where e.try_on <= @today and i.jurisdiction = @jurisdiction order by e.id limit @most
            """, new { jurisdiction, today, most }, cancellationToken: cancel))];

    /// <summary>Takes an errand on; false when another node did.</summary>
    public static async Task<bool> TakeErrandAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        await connection.ExecuteAsync(new CommandDefinition("delete from workflow_errand where id = @id", new { id }, cancellationToken: cancel)) > 0;

    /// <summary>Leaves errands for later; those that are there already stay as they are.</summary>
    public static async Task LeaveAsync(NpgsqlConnection connection, IReadOnlyCollection<ErrandRow> errands, DateOnly tryOn, CancellationToken cancel)
    {
        if (errands.Count == 0)
            return;
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into workflow_errand (instance, event, happened_on, item, depth, try_on)
            select instance, event, happened_on, item, depth, @tryOn
            from unnest(@instances, @events, @days, @items, @depths) as e (instance, event, happened_on, item, depth)
            on conflict (instance, event, happened_on, item) do update set try_on = excluded.try_on
            """,
            new
            {
                tryOn,
                instances = errands.Select(errand => errand.Instance).ToArray(),
                events = errands.Select(errand => errand.Event).ToArray(),
                days = errands.Select(errand => errand.HappenedOn).ToArray(),
                items = errands.Select(errand => errand.Item).ToArray(),
                depths = errands.Select(errand => errand.Depth).ToArray(),
            }, cancellationToken: cancel));
    }

    /// <summary>Up to which day workflows that start by date were started; null when none were yet.</summary>
    public static Task<DateOnly?> StartedToAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<DateOnly?>(new CommandDefinition("select started_to from workflow_start where jurisdiction = @jurisdiction", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>Notes up to which day they were started.</summary>
    public static Task StartedToAsync(NpgsqlConnection connection, string jurisdiction, DateOnly day, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("insert into workflow_start values (@jurisdiction, @day) on conflict (jurisdiction) do update set started_to = excluded.started_to", new { jurisdiction, day }, cancellationToken: cancel));

    private static async Task<IReadOnlyList<long>> NumbersAsync(NpgsqlConnection connection, string which, string jurisdiction, string hash, DateOnly today, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<long>(new CommandDefinition(
            $"select id from workflow_instance where jurisdiction = @jurisdiction and status = 'running' and {which} and (try_on is null or try_on <= @today) order by id limit @most",
            new { jurisdiction, hash, today, most }, cancellationToken: cancel))];
}
