using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Deadlines;

/// <summary>Whose deadlines a page shows, and at which moment; null asks for all.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Unit">Id of the unit that owes.</param>
/// <param name="Now">The present instant.</param>
/// <param name="Today">The civil day at that instant.</param>
/// <param name="MonthAt">The instant at which that day's month began.</param>
public sealed record OutlookFilter(string? Jurisdiction, string? Unit, DateTimeOffset Now, DateOnly Today, DateTimeOffset MonthAt)
{
    /// <summary>The filter of a moment, with the beginning of its month in the jurisdiction's zone.</summary>
    public static OutlookFilter At(string? jurisdiction, string? unit, DateTimeOffset now, DateOnly today, Func<DateOnly, TimeOnly, DateTimeOffset> instant) =>
        new(jurisdiction, unit, now, today, instant(new(today.Year, today.Month, 1), TimeOnly.MinValue));
}

/// <summary>How things stand today, in numbers.</summary>
/// <param name="Overdue">Binding duties that are late.</param>
/// <param name="Today">Due today and still open.</param>
/// <param name="Week">Due within seven days, today included.</param>
/// <param name="Month">Due within thirty days, today included.</param>
/// <param name="MetThisMonth">Met, in time or late, since the month began.</param>
/// <param name="Provisional">Due within a year on a day that rests on a holiday notice yet to come.</param>
public sealed record OutlookTally(int Overdue, int Today, int Week, int Month, int MetThisMonth, int Provisional);

/// <summary>An open deadline in a list.</summary>
public sealed record OpenDeadline(
    string Jurisdiction, string Obligation, string Unit, string Period, DateOnly DueOn, string Strength, bool Provisional);

/// <summary>How many open deadlines fall on a day.</summary>
public sealed record DayLoad(DateOnly DueOn, int Count);

/// <summary>How a jurisdiction, or one of its units, stands.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Unit">Id of the unit; empty when the whole jurisdiction is meant.</param>
/// <param name="Overdue">Binding duties that are late.</param>
/// <param name="Soon">Open and due within thirty days.</param>
/// <param name="Open">Open and due within a year, late ones included.</param>
/// <param name="Met">Met in time within the last year.</param>
/// <param name="MetLate">Met late within the last year.</param>
/// <param name="Waived">Waived within the last year.</param>
public sealed record UnitStanding(string Jurisdiction, string Unit, int Overdue, int Soon, int Open, int Met, int MetLate, int Waived);

/// <summary>The next open due day of an obligation, and how many units owe on it.</summary>
public sealed record NextDue(string Obligation, DateOnly DueOn, int Units);

/// <summary>What the first page shows; every query runs on the index of open or of settled deadlines and is bounded.</summary>
public static class Outlook
{
    private const string Whose = "(@Jurisdiction::text is null or jurisdiction = @Jurisdiction) and (@Unit::text is null or unit = @Unit)";
    private const string Late = "status = 'open' and strength = 'must' and due_on <= @Today and due_at <= @Now and (handed_in_at is null or handed_in_at > due_at)";

    /// <summary>The numbers of the day.</summary>
    public static Task<OutlookTally> TallyAsync(NpgsqlConnection connection, OutlookFilter filter, CancellationToken cancel) =>
        connection.QuerySingleAsync<OutlookTally>(new CommandDefinition(
            $"""
            select (select count(*)::int from deadline where {Late} and {Whose}) as overdue, o.*,
                   (select count(*)::int from deadline where settled_at between @MonthAt and @Now and status in ('met', 'met-late') and {Whose}) as met_this_month,
                   (select count(*)::int from deadline where status = 'open' and provisional and due_on between @Today and @Today + 365 and {Whose}) as provisional
            from (select count(*) filter (where due_on = @Today)::int as today, count(*) filter (where due_on <= @Today + 7)::int as week, count(*)::int as month
                  from deadline where status = 'open' and due_on between @Today and @Today + 30 and due_at > @Now and {Whose}) o
            """, filter, cancellationToken: cancel));

    /// <summary>What is late, oldest first.</summary>
    public static Task<IReadOnlyList<OpenDeadline>> OverdueAsync(NpgsqlConnection connection, OutlookFilter filter, int most, CancellationToken cancel) =>
        ListAsync(connection, Late, filter, most, cancel);

    /// <summary>What falls due within thirty days, today included, by day.</summary>
    public static Task<IReadOnlyList<OpenDeadline>> ComingAsync(NpgsqlConnection connection, OutlookFilter filter, int most, CancellationToken cancel) =>
        ListAsync(connection, "status = 'open' and due_on between @Today and @Today + 30 and due_at > @Now", filter, most, cancel);

    /// <summary>How many open deadlines fall on each of the next thirty days; days without any are left out.</summary>
    public static async Task<IReadOnlyList<DayLoad>> LoadAsync(NpgsqlConnection connection, OutlookFilter filter, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DayLoad>(new CommandDefinition(
            $"select due_on, count(*)::int as count from deadline where status = 'open' and due_on between @Today and @Today + 30 and {Whose} group by due_on order by due_on",
            filter, cancellationToken: cancel))];

    /// <summary>How the jurisdictions stand, or the units of the one that is asked for; the latest first.</summary>
    public static async Task<IReadOnlyList<UnitStanding>> StandingAsync(NpgsqlConnection connection, OutlookFilter filter, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<UnitStanding>(new CommandDefinition(
            $"""
            select jurisdiction, case when @Jurisdiction::text is null then '' else unit end as unit,
                   count(*) filter (where {Late})::int as overdue,
                   count(*) filter (where status = 'open' and due_at > @Now and due_on <= @Today + 30)::int as soon,
                   count(*) filter (where status = 'open')::int as open,
                   count(*) filter (where status = 'met')::int as met,
                   count(*) filter (where status = 'met-late')::int as met_late,
                   count(*) filter (where status = 'waived')::int as waived
            from deadline where {Whose} and (status = 'open' and due_on <= @Today + 365 or settled_at >= @Now - interval '1 year')
            group by 1, 2 order by overdue desc, soon desc, 1, 2 limit @most
            """, new { filter.Jurisdiction, filter.Unit, filter.Now, filter.Today, most }, cancellationToken: cancel))];

    /// <summary>The next due day of every obligation of a jurisdiction.</summary>
    public static async Task<IReadOnlyList<NextDue>> NextAsync(NpgsqlConnection connection, string jurisdiction, DateOnly today, CancellationToken cancel) =>
        [.. await connection.QueryAsync<NextDue>(new CommandDefinition(
            """
            select distinct on (obligation) obligation, due_on, count(*)::int as units
            from deadline where jurisdiction = @jurisdiction and due_on >= @today and status = 'open'
            group by obligation, due_on order by obligation, due_on
            """, new { jurisdiction, today }, cancellationToken: cancel))];

    private static async Task<IReadOnlyList<OpenDeadline>> ListAsync(NpgsqlConnection connection, string which, OutlookFilter filter, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<OpenDeadline>(new CommandDefinition(
            $"""
            select jurisdiction, obligation, unit, period, due_on, strength, provisional from deadline
            where {which} and {Whose} order by due_on, jurisdiction, obligation, unit, period limit @most
            """, new { filter.Jurisdiction, filter.Unit, filter.Now, filter.Today, most }, cancellationToken: cancel))];
}
