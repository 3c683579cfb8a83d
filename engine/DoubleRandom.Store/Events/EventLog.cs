using Dapper;
using DoubleRandom.Core.Planning;
using Npgsql;

namespace DoubleRandom.Store.Events;

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
}
