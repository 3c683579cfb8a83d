using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Demo;

/// <summary>What happened in a stretch of time, in numbers.</summary>
public sealed record DayTally(int Reminders, int Escalations, int Circulars, int Submissions, int Accepted, int Overdue)
{
    /// <summary>Counts a stretch.</summary>
    public static Task<DayTally> OfAsync(NpgsqlConnection connection, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        connection.QuerySingleAsync<DayTally>(new CommandDefinition(
            """
            select (select count(*)::int from notice where created_at >= @from and created_at < @to and kind <> 'escalation') as reminders,
                   (select count(*)::int from notice where created_at >= @from and created_at < @to and kind = 'escalation') as escalations,
                   (select count(*)::int from notice where created_at >= @from and created_at < @to and circular) as circulars,
                   (select count(*)::int from submission where submitted_at >= @from and submitted_at < @to) as submissions,
                   (select count(*)::int from submission where decided_at >= @from and decided_at < @to and state = 'accepted') as accepted,
                   (select count(*)::int from deadline where status = 'open' and strength = 'must' and due_at < @to and (handed_in_at is null or handed_in_at > due_at)) as overdue
            """, new { from, to }, cancellationToken: cancel));

    /// <inheritdoc />
    public override string ToString() => $"提醒 {Reminders}  督办 {Escalations}  通报 {Circulars}  报送 {Submissions}  接收 {Accepted}  逾期 {Overdue}";
}
