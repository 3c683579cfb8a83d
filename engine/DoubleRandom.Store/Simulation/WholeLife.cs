using Dapper;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Store.Simulation;

/// <summary>A deadline that somebody still has to hand something in for.</summary>
public sealed record OpenDuty
{
    /// <summary>Id of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Id of the unit that owes.</summary>
    public required string Unit { get; init; }

    /// <summary>Which of the obligation's deadlines.</summary>
    public required string Period { get; init; }

    /// <summary>First day on which it can be done.</summary>
    public DateOnly OpensOn { get; init; }

    /// <summary>The day that holds.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>Reads all that there is of a jurisdiction, for simulations: their databases are small and nobody else's.</summary>
public static class WholeLife
{
    /// <summary>What is open for obligations and not handed in, due between two days; by key.</summary>
    public static Task<IReadOnlyList<OpenDuty>> OpenAsync(NpgsqlConnection connection, string jurisdiction, DateOnly from, DateOnly to, CancellationToken cancel) => AllAsync<OpenDuty>(
        connection,
        """
        select obligation, unit, period, opens_on, due_on, made_at from deadline
        where jurisdiction = @jurisdiction and status = 'open' and instance is null and handed_in_at is null and due_on between @from and @to
        order by obligation, unit, period
        """, new { jurisdiction, from, to }, cancel);

    /// <summary>Every deadline that was ever made and falls due by a day, withdrawn ones included.</summary>
    public static Task<IReadOnlyList<DeadlineRow>> DeadlinesAsync(NpgsqlConnection connection, string jurisdiction, DateOnly to, CancellationToken cancel) =>
        AllAsync<DeadlineRow>(connection, "select * from deadline where jurisdiction = @jurisdiction and due_on <= @to order by obligation, unit, period", new { jurisdiction, to }, cancel);

    /// <summary>Every notice.</summary>
    public static Task<IReadOnlyList<NoticeRow>> NoticesAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        AllAsync<NoticeRow>(connection, "select * from notice where jurisdiction = @jurisdiction order by id", new { jurisdiction }, cancel);

    /// <summary>Every submission, without its content.</summary>
    public static Task<IReadOnlyList<SubmissionRow>> SubmissionsAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) => AllAsync<SubmissionRow>(
        connection,
        """
        select id, jurisdiction, obligation, unit, period, form, '' as content, submitted_by, submitted_at, state, decided_by, decided_at, reason
        from submission where jurisdiction = @jurisdiction order by id
        """, new { jurisdiction }, cancel);

    /// <summary>Every event.</summary>
    public static Task<IReadOnlyList<EventRow>> EventsAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) => AllAsync<EventRow>(
        connection, """select id, jurisdiction, name as event, happened_on as "on", subject, unit, recorded_at, recorded_by from event where jurisdiction = @jurisdiction order by id""", new { jurisdiction }, cancel);

    /// <summary>Every workflow instance, in the order in which they were started.</summary>
    public static Task<IReadOnlyList<InstanceRow>> InstancesAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        AllAsync<InstanceRow>(connection, $"select {InstanceTable.Columns} from workflow_instance where jurisdiction = @jurisdiction order by id", new { jurisdiction }, cancel);

    /// <summary>Every task, open or over.</summary>
    public static Task<IReadOnlyList<TaskRow>> TasksAsync(NpgsqlConnection connection, string jurisdiction, bool isOpen, CancellationToken cancel) => AllAsync<TaskRow>(
        connection, $"select * from workflow_task where jurisdiction = @jurisdiction {(isOpen ? "and closed_at is null" : "")} order by instance, run", new { jurisdiction }, cancel);

    /// <summary>The key of an open duty in full.</summary>
    public static DeadlineKey KeyOf(string jurisdiction, OpenDuty duty) => new(jurisdiction, duty.Obligation, duty.Unit, duty.Period);

    private static async Task<IReadOnlyList<T>> AllAsync<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken cancel) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
}
