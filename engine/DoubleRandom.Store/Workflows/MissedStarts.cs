using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>A workflow that should have started by itself and did not.</summary>
public sealed record MissedStartRow
{
    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>What it should have started for, once and no more.</summary>
    public required string StartKey { get; init; }

    /// <summary>Id of what it would have been about.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the event that should have started it; null for a date.</summary>
    public string? Event { get; init; }

    /// <summary>The day of that event, or the date.</summary>
    public DateOnly HappenedOn { get; init; }

    /// <summary>Every reason against it, as a JSON list of refusals.</summary>
    public required string Refusals { get; init; }

    /// <summary>When it was refused (UTC).</summary>
    public DateTimeOffset MissedAt { get; init; }
}

/// <summary>Starts by event or date that were refused, kept for staff to see.</summary>
public static class MissedStarts
{
    /// <summary>Notes one, in the transaction of what should have started it; false when it is known already.</summary>
    public static async Task<bool> AddAsync(NpgsqlConnection connection, MissedStartRow missed, CancellationToken cancel) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into workflow_missed_start (jurisdiction, workflow, start_key, subject, event, happened_on, refusals, missed_at)
            values (@Jurisdiction, @Workflow, @StartKey, @Subject, @Event, @HappenedOn, @Refusals::jsonb, @MissedAt) on conflict do nothing
            """, missed, cancellationToken: cancel)) > 0;

    /// <summary>The newest of a jurisdiction, or of all.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<MissedStartRow>> NewestAsync(NpgsqlConnection connection, string? jurisdiction, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<MissedStartRow>(new CommandDefinition(
            $"""
            select jurisdiction, workflow, start_key, subject, event, happened_on, refusals::text as refusals, missed_at from workflow_missed_start
            {(jurisdiction is null ? "" : "where jurisdiction = @jurisdiction")} order by id desc limit @most
            """, new { jurisdiction, most }, cancellationToken: cancel))];
}
