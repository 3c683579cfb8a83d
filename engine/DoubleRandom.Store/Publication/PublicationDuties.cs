using Dapper;
using DoubleRandom.Store.Deadlines;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>Reads when publications were due and when they were made.</summary>
public static class PublicationDuties
{
    private const int MostRows = 500;

    /// <summary>The deadlines of some obligations that fell due in a span, newest first; withdrawn, waived ones and history are no measure.</summary>
    public static async Task<IReadOnlyList<DeadlineRow>> OfAsync(NpgsqlConnection connection, string jurisdiction, IEnumerable<string> obligations, DateOnly from, DateOnly to, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DeadlineRow>(new CommandDefinition(
            $"""
            select * from deadline
            where jurisdiction = @jurisdiction and instance is null and due_on between @from and @to and obligation = any(@obligations) and strength = 'must' and status in ('open', 'met', 'met-late')
            order by due_on desc, obligation, unit, period limit {MostRows}
            """, new { jurisdiction, from, to, obligations = obligations.ToArray() }, cancellationToken: cancel))];

    /// <summary>The publishing steps of procedures that fell due in a span and wait or were finished, newest first; a step that was taken away is no measure.</summary>
    public static async Task<IReadOnlyList<PublishTaskRow>> StepsAsync(NpgsqlConnection connection, string jurisdiction, DateOnly from, DateOnly to, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PublishTaskRow>(new CommandDefinition(
            $"""
            select t.workflow, t.step, t.units, t.due_on, t.closed_at from workflow_task t
            where t.jurisdiction = @jurisdiction and t.kind = 'publish' and t.due_on between @from and @to
              and (t.closed_at is null or exists (select 1 from workflow_journal j where j.instance = t.instance and j.entry->>'kind' = 'finished' and (j.entry->>'run')::int = t.run))
            order by t.due_on desc, t.instance, t.run limit {MostRows}
            """, new { jurisdiction, from, to }, cancellationToken: cancel))];
}
