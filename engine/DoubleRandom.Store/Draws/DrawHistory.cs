using Dapper;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Store.Draws;

/// <summary>What earlier draws mean for a new one. A draw that was superseded counts for nothing.</summary>
public static class DrawHistory
{
    private const string Counts = "d.jurisdiction = @jurisdiction and d.superseded_by is null";

    /// <summary>When each target was last drawn.</summary>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> LastDrawnAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Code, DateOnly On)>(new CommandDefinition(
            $"select p.code, max(p.drawn_on) from draw_pick p join draw d using (jurisdiction, sequence) where {Counts} and d.what = 'targets' group by p.code", new { jurisdiction }, cancellationToken: cancel)))
        .ToDictionary(pick => pick.Code, pick => pick.On, StringComparer.Ordinal);

    /// <summary>How many targets each stratum gave to the batches of a series since a day.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> DrawnAsync(NpgsqlConnection connection, string jurisdiction, string series, DateOnly since, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Stratum, long Count)>(new CommandDefinition(
            $"""
            select p.stratum, count(*) from draw_pick p join draw d using (jurisdiction, sequence)
            where {Counts} and d.what = 'targets' and d.series = @series and p.drawn_on >= @since group by p.stratum
            """, new { jurisdiction, series, since }, cancellationToken: cancel)))
        .ToDictionary(stratum => stratum.Stratum, stratum => stratum.Count, StringComparer.Ordinal);

    /// <summary>How many tasks each inspector got since a day.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> LoadsAsync(NpgsqlConnection connection, string jurisdiction, DateOnly since, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Inspector, int Count)>(new CommandDefinition(
            $"select a.inspector, count(*)::int from draw_assignment a join draw d using (jurisdiction, sequence) where {Counts} and a.drawn_on >= @since group by a.inspector",
            new { jurisdiction, since }, cancellationToken: cancel)))
        .ToDictionary(load => load.Inspector, load => load.Count, StringComparer.Ordinal);

    /// <summary>Who goes where by a draw.</summary>
    public static async Task<IReadOnlyList<DrawAssignmentRow>> AssignmentsAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DrawAssignmentRow>(new CommandDefinition(
            "select target, slot, unit, inspector, pseudonym from draw_assignment where jurisdiction = @Jurisdiction and sequence = @Sequence order by target, slot",
            new { draw.Jurisdiction, draw.Sequence }, cancellationToken: cancel))];

    /// <summary>The substitutes used so far, in order.</summary>
    public static async Task<IReadOnlyList<DrawUseRow>> UsesAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DrawUseRow>(new CommandDefinition(
            "select code, instead, reason, used_by, used_at from draw_use where jurisdiction = @Jurisdiction and sequence = @Sequence order by place", new { draw.Jurisdiction, draw.Sequence }, cancellationToken: cancel))];

    /// <summary>Notes that a substitute took the place of a target. The reason will stand in the public record, and what names persons is taken out of it.</summary>
    public static async Task UseAsync(NpgsqlConnection connection, DrawRow draw, DrawUseRow use, CancellationToken cancel)
    {
        var reason = (await PersonalWords.OfAsync(connection, draw.Jurisdiction, cancel)).Without(use.Reason);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into draw_use (jurisdiction, sequence, place, code, instead, reason, used_by, used_at)
            select @Jurisdiction, @Sequence, count(*) + 1, @Code, @Instead, @Reason, @UsedBy, @UsedAt from draw_use where jurisdiction = @Jurisdiction and sequence = @Sequence
            """, new { draw.Jurisdiction, draw.Sequence, use.Code, use.Instead, reason, use.UsedBy, use.UsedAt }, cancellationToken: cancel));
    }

    /// <summary>Who was drawn, stratum by stratum in order.</summary>
    public static async Task<IReadOnlyList<DrawPickRow>> PicksAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DrawPickRow>(new CommandDefinition(
            "select code, stratum, place from draw_pick where jurisdiction = @Jurisdiction and sequence = @Sequence order by stratum, place", new { draw.Jurisdiction, draw.Sequence }, cancellationToken: cancel))];
}
