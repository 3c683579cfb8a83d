using Dapper;
using DoubleRandom.Core.Planning;
using Npgsql;

namespace DoubleRandom.Store.Events;

/// <summary>An event as it was recorded.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Event">Id of the event.</param>
/// <param name="On">The civil day.</param>
/// <param name="Subject">What it happened to; empty when there is only one.</param>
/// <param name="Unit">Id of the unit that it concerns; empty when it concerns all.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="RecordedBy">By whom.</param>
public sealed record EventRow(long Id, string Jurisdiction, string Event, DateOnly On, string Subject, string Unit, DateTimeOffset RecordedAt, string RecordedBy);

/// <summary>Events, each once: what happened, to what, on which day.</summary>
public static class EventLog
{
    /// <summary>Records an event; false when it is already there.</summary>
    public static async Task<bool> RecordAsync(NpgsqlConnection connection, string jurisdiction, PlanEvent happened, string by, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql = """
            insert into event (jurisdiction, name, happened_on, subject, unit, recorded_at, recorded_by)
            values (@jurisdiction, @Event, @On, @Subject, @unit, @now, @by) on conflict do nothing
            """;
        var parameters = new { jurisdiction, happened.Event, happened.On, happened.Subject, unit = happened.Unit ?? "", now, by };
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel)) > 0;
    }

    /// <summary>All events of a jurisdiction, in the order of planning.</summary>
    public static async Task<IReadOnlyList<PlanEvent>> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<(string Name, DateOnly On, string Subject, string Unit)>(new CommandDefinition(
            "select name, happened_on, subject, unit from event where jurisdiction = @jurisdiction", new { jurisdiction }, cancellationToken: cancel));
        return [.. rows.Select(row => new PlanEvent(row.Name, row.On, row.Subject, row.Unit.Length == 0 ? null : row.Unit)).Order(PlanEvent.Order)];
    }

    /// <summary>The events recorded last; of one jurisdiction, or of all.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder; null for all.</param>
    /// <param name="beforeId">Only older ones, for paging; null begins with the newest.</param>
    /// <param name="most">How many at most, up to 500.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<EventRow>> NewestAsync(NpgsqlConnection connection, string? jurisdiction, long? beforeId, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<EventRow>(new CommandDefinition(
            """
            select id, jurisdiction, name as event, happened_on as "on", subject, unit, recorded_at, recorded_by from event
            where (@jurisdiction::text is null or jurisdiction = @jurisdiction) and (@beforeId::bigint is null or id < @beforeId)
            order by id desc limit @most
            """, new { jurisdiction, beforeId, most = Math.Clamp(most, 1, 500) }, cancellationToken: cancel))];
}
