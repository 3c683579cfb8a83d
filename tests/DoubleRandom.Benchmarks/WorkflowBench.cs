using System.Diagnostics;
using System.Text;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Benchmarks;

/// <summary>Commands to workflows on PostgreSQL against bare transactions that write the same rows; a for-each of thousands; replay; listing.</summary>
internal static class WorkflowBench
{
    private const string County = "990001-tiny";
    private const string Definition = """
        {
          "$schema": "../../schemas/workflow.schema.json",
          "id": "visits", "name": { "zh": "逐户检查", "en": "Visits" }, "local": { "zh": "量速用", "en": "For measuring" },
          "subject": "inspection-task", "takes": ["targets"], "startedBy": [{ "by": "member" }],
          "steps": [
            { "id": "each", "kind": "for-each", "name": { "zh": "逐户", "en": "Each" }, "over": "targets", "do": "visit", "next": "end" },
            { "id": "visit", "kind": "task", "name": { "zh": "检查", "en": "Visit" }, "owner": "starter", "next": "tell" },
            { "id": "tell", "kind": "notify", "name": { "zh": "告知", "en": "Tell" }, "audience": ["office"], "template": "reminder", "next": "record" },
            { "id": "record", "kind": "task", "name": { "zh": "记录", "en": "Record" }, "owner": "starter", "next": "seen" },
            { "id": "seen", "kind": "end", "name": { "zh": "已查", "en": "Seen" }, "outcome": "seen" },
            { "id": "end", "kind": "end", "name": { "zh": "结束", "en": "End" }, "outcome": "done" }
          ]
        }
        """;

    private const int Slice = 100;

    /// <summary>A visit finished, the notice passed, the record opened.</summary>
    private const int EntriesEach = 3;

    private static readonly WorkflowPerson Person = new("alpha", "量速员");

    public static async Task<IEnumerable<Figure>> RunAsync(int scale)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        var engine = new BenchEngine(bench, []);
        var outcome = (await engine.Services.GetRequiredService<PackIntake>().TakeInAsync(Library(), default)).Single();
        if (outcome.Outcome is not "adopted")
            throw new InvalidOperationException(string.Join('\n', outcome.Compiled.Diagnostics));
        var desk = engine.Services.GetRequiredService<WorkflowDesk>();
        var (small, large) = (1_000 / scale, 5_000 / scale);
        await EachAsync(desk, 50);
        var few = await EachAsync(desk, small);
        var many = await EachAsync(desk, large);
        return
        [
            await CommandsAsync(bench, desk, 2_000 / scale),
            new("for-each: time per step, 5 times as many targets", many.PerStep / few.PerStep, "times", false, 2, [("targets", large), ("secondsToStart", many.Start), ("millisecondsPerStep", many.PerStep * 1000), ("fewerTargets", small), ("fewerMillisecondsPerStep", few.PerStep * 1000)]),
            await ReplayAsync(bench, many.Instance),
            await ListAsync(bench, 100_000 / scale),
        ];
    }

    /// <summary>
    /// Commands of which each closes a task, opens another and writes a notice, from one client. Slice by slice in turn with the bare transactions, so that both
    /// meet the same machine.
    /// </summary>
    private static async Task<Figure> CommandsAsync(BenchDatabase bench, WorkflowDesk desk, int commands)
    {
        var receipt = await StartAsync(desk, commands);
        await BareTablesAsync(bench, receipt.Instance, commands);
        await using var connection = await bench.Source.OpenConnectionAsync();
        var (real, bare) = (new Stopwatch(), new Stopwatch());
        for (var first = 1; first <= commands; first += Slice)
        {
            var before = receipt.Version;
            real.Start();
            for (var run = first; run < first + Slice; run++)
                receipt = await CompleteAsync(desk, receipt, run);
            real.Stop();
            await CopyAsync(bench, receipt.Instance);
            bare.Start();
            for (var place = 0; place < Slice; place++)
                await BareAsync(connection, receipt.Instance, first + place, commands, place + 1, before + (place * EntriesEach));
            bare.Stop();
        }

        var (rate, limit) = (commands / real.Elapsed.TotalSeconds, commands / bare.Elapsed.TotalSeconds);
        return new("workflow commands with journal, task and outbox", rate, "commands/s", true, 0.5 * limit, [("bareTransactionsPerSecond", limit), ("share", rate / limit)]);
    }

    /// <summary>Tables like the real ones, with their indexes, in which what the commands find is there already.</summary>
    private static Task BareTablesAsync(BenchDatabase bench, long instance, int commands) => bench.ExecuteAsync($"""
        create table bare_instance (like workflow_instance including all); insert into bare_instance select * from workflow_instance where id = {instance};
        create table bare_journal (like workflow_journal including all);
        create table bare_task (like workflow_task including all); insert into bare_task select * from workflow_task where instance = {instance} and run <= {commands};
        create table bare_notice (like notice including all);
        create table bare_audit (like audit_entry including all);
        """);

    /// <summary>The notices and records of the last slice, to be written again.</summary>
    private static Task CopyAsync(BenchDatabase bench, long instance) => bench.ExecuteAsync($"""
        drop table if exists written_notice, written_audit;
        create table written_notice as select row_number() over (order by id)::int as place, notice as row from notice
        where id = any (array(select id from notice where obligation = 'visits.tell' and period = '{instance}#0' order by id desc limit {Slice}));
        create table written_audit as select row_number() over (order by sequence)::int as place, audit_entry as row from audit_entry
        where jurisdiction = '{County}' and sequence > (select max(sequence) - {Slice} from audit_entry where jurisdiction = '{County}');
        create unique index on written_notice (place);
        create unique index on written_audit (place);
        """);

    /// <summary>The rows of one command in one transaction, with a statement for each table.</summary>
    private static async Task BareAsync(NpgsqlConnection connection, long instance, int run, int commands, int place, long after)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in new[]
        {
            $"update bare_instance set version = {after + EntriesEach}, changed_at = now() where id = {instance}",
            $"insert into bare_journal select * from workflow_journal where instance = {instance} and version > {after} and version <= {after + EntriesEach}",
            $"update bare_task set closed_at = now() where instance = {instance} and run = {run}",
            $"insert into bare_task select * from workflow_task where instance = {instance} and run = {commands + run}",
            $"insert into bare_notice overriding system value select (row).* from written_notice where place = {place}",
            $"insert into bare_audit select (row).* from written_audit where place = {place}",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task<(long Instance, double Start, double PerStep)> EachAsync(WorkflowDesk desk, int targets)
    {
        var watch = Stopwatch.StartNew();
        var receipt = await StartAsync(desk, targets);
        var start = watch.Elapsed.TotalSeconds;
        watch.Restart();
        for (var run = 1; run <= 2 * targets; run++)
            receipt = await CompleteAsync(desk, receipt, run);
        return (receipt.Instance, start, watch.Elapsed.TotalSeconds / (2 * targets));
    }

    private static async Task<Figure> ReplayAsync(BenchDatabase bench, long instance)
    {
        await using var connection = await bench.Source.OpenConnectionAsync();
        var reading = Stopwatch.StartNew();
        var journal = await JournalTable.AfterAsync(connection, instance, 0, long.MaxValue, default);
        var read = journal.Count / reading.Elapsed.TotalSeconds;
        var best = 0.0;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            WorkflowInstance.Replay($"{instance}", journal);
            best = Math.Max(best, journal.Count / watch.Elapsed.TotalSeconds);
        }

        return new("replay of a journal", best, "events/s", true, 200_000, [("events", journal.Count), ("readFromTableEventsPerSecond", read)]);
    }

    /// <summary>Running instances of one jurisdiction, spread over units and workflows as a generator makes them; the slowest of all filters counts.</summary>
    private static async Task<Figure> ListAsync(BenchDatabase bench, int instances)
    {
        await bench.ExecuteAsync($$"""
            insert into workflow_instance (id, jurisdiction, workflow, subject, pack_hash, definition_version, version, status, starter_unit, open_steps, hears, dated_by, started_at, changed_at)
            select nextval('workflow_instance_id'), folder, 'w' || n % 12, 'S-' || n, running_version, 'd', 9, 'running', 'u' || n % 15, '{"visit": 2}', '{}', running_version, now(), now()
            from jurisdiction, generate_series(1, {{instances}}) n;
            insert into workflow_party select jurisdiction, unit, id, workflow, status from workflow_instance, unnest(array[starter_unit, 'u' || (id % 15)]) unit on conflict do nothing;
            analyze workflow_instance; analyze workflow_party;
            """);
        await using var connection = await bench.Source.OpenConnectionAsync();
        var middle = await bench.ScalarAsync("select max(id) from workflow_instance") - instances / 2;
        InstanceFilter[] filters =
        [
            new(), new(County), new(County, Status: "running"), new(County, "u3"), new(County, "u3", "w3", "running"), new(County, "u3", "w4"), new(County, Workflow: "w7", Status: "running"),
            new(County, Before: middle), new(County, "u3", Status: "running", Before: middle), new(County, Status: "ended"), new(County, "u3", Status: "ended"), new(County, Workflow: "none"), new(null, "u3"),
        ];
        var slowest = 0.0;
        foreach (var filter in filters)
        {
            await WorkflowQueries.InstancesAsync(connection, filter, default);
            var watch = Stopwatch.StartNew();
            await WorkflowQueries.InstancesAsync(connection, filter, default);
            slowest = Math.Max(slowest, watch.Elapsed.TotalMilliseconds);
        }

        var tally = Stopwatch.StartNew();
        await WorkflowQueries.TallyAsync(connection, County, default);
        return new("page of running instances, slowest filter", slowest, "ms", false, 50, [("instances", instances), ("filters", filters.Length), ("tallyMilliseconds", tally.Elapsed.TotalMilliseconds)]);
    }

    private static async Task<WorkflowReceipt> StartAsync(WorkflowDesk desk, int targets) =>
        Done(await desk.StartAsync(new(County, "visits", "S", Lists: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["targets"] = [.. Enumerable.Range(1, targets).Select(i => $"T-{i}")] }), Person, default));

    private static async Task<WorkflowReceipt> CompleteAsync(WorkflowDesk desk, WorkflowReceipt seen, int run) =>
        Done(await desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(run, "done") { Version = seen.Version }, Person, default));

    private static WorkflowReceipt Done(Service.Submissions.Answer<WorkflowReceipt> answer) =>
        answer.IsDone ? answer.Value! : throw new InvalidOperationException(string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code}: {refusal.Problem}")));

    private static PackLibrary Library()
    {
        var real = PackFolder.Read(Counties.Root);
        var tiny = PackFolder.Read(Path.Combine(Counties.Root, "tests", "cases", "service", "_packs"));
        var borrowed = real.Files.Where(file => file.Folder is "_base-national" || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        return new(tiny.Files.Concat(borrowed).Append(new PackFile($"workflows/{County}/visits.workflow.json", Encoding.UTF8.GetBytes(Definition))));
    }
}
