using System.Collections.Concurrent;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>What one round did.</summary>
/// <param name="Started">Instances started by date.</param>
/// <param name="Woken">Instances whose waits went on because their day came.</param>
/// <param name="Told">Events told that had been left over.</param>
/// <param name="Redated">Instances whose days were looked at again because calendar or readings changed.</param>
/// <param name="Troubled">Instances that could not be carried on; they are tried again the next day.</param>
public sealed record WorkflowRound(int Started, int Woken, int Told, int Redated, int Troubled);

/// <summary>What the engine does with workflows by itself, at every beat: starts what starts by date, wakes what waits for a day, tells what was left over, works out days anew.</summary>
/// <remarks>Any number of nodes may go round at once: each piece is a transaction of its own that looks again whether it is still to be done. An instance that cannot go on holds up no other.</remarks>
public sealed class WorkflowRounds(NpgsqlDataSource source, RunningPacks packs, Turns turns, TimeProvider time, ILogger<WorkflowRounds> log)
{
    private const int Most = 500;
    private readonly ConcurrentDictionary<string, (string Hash, DateOnly Day)> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Hash, DateOnly Day)> _dated = new(StringComparer.Ordinal);

    /// <summary>Goes round all jurisdictions once.</summary>
    public async Task<WorkflowRound> RunAsync(CancellationToken cancel)
    {
        var all = new WorkflowRound(0, 0, 0, 0, 0);
        foreach (var (folder, pack) in packs.All.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
            all = all with { Started = all.Started + await StartAsync(folder, pack, today, cancel) };
            all = await WakeAsync(all, folder, today, cancel);
            all = await TellAsync(all, folder, today, cancel);
            all = await RedateAsync(all, folder, pack, today, cancel);
        }

        return all;
    }

    /// <summary>Each day once per pack version: what starts by a date of the days since the last time.</summary>
    private async Task<int> StartAsync(string folder, Pack pack, DateOnly today, CancellationToken cancel)
    {
        if (_started.GetValueOrDefault(folder) == (pack.ContentHash, today))
            return 0;
        var answer = await turns.TakeAsync(folder, chain => StartAsync(chain, cancel), cancel);
        if (answer.IsDone)
            _started[folder] = (pack.ContentHash, today);
        else
            log.LogError("{Folder}: workflows that start by date did not start: {Reasons}", folder, Words(answer.Refusals));
        return answer.Value;
    }

    private async Task<Answer<int>> StartAsync(CommandChain chain, CancellationToken cancel)
    {
        var (pack, folder, today) = (chain.Running, chain.Running.Jurisdiction.Folder, chain.Today);
        var from = (await WorkflowClaims.StartedToAsync(chain.Connection, folder, cancel))?.AddDays(1) ?? chain.Standing.FirstPublishedOn;
        if (from > today)
            return Answer.Done(0);
        var started = new List<long>();
        foreach (var definition in pack.Workflows.Values.OrderBy(workflow => workflow.Id, StringComparer.Ordinal))
            foreach (var on in definition.StartedBy.OfType<Starter.ByDate>().SelectMany(starter => turns.DatesOf(pack).Between(starter.When, from, today)).Distinct().Order())
            {
                var start = new WorkflowCommand.Start(on.Iso(), new("date", on.Iso()), Casting.Of(pack, definition, today, null)) { Version = 0, On = on };
                var starting = new NewInstance(definition, pack, start, $"date:{on.Iso()}", null, null);
                if (await chain.CreateAsync(starting) is not { } created)
                    continue;
                chain.Add(Link.Begin(created.Id, starting, 0));
                started.Add(created.Id);
            }

        if (await chain.RunAsync() is { Count: > 0 } refusals)
            return Answer.Refused<int>(refusals);
        await WorkflowClaims.StartedToAsync(chain.Connection, folder, today, cancel);
        var running = chain.Changed.Select(handling => handling.Id).Where(started.Contains).ToArray();
        if (running.Length > 0)
            chain.Record = ("system", "workflow.started-by-date", folder, JsonSerializer.Serialize(running));
        return Answer.Done(running.Length);
    }

    private async Task<WorkflowRound> WakeAsync(WorkflowRound round, string folder, DateOnly today, CancellationToken cancel)
    {
        foreach (var id in await source.ReadAsync(connection => WorkflowClaims.DueAsync(connection, folder, today, Most, cancel), cancel))
            round = await CarryOnAsync(folder, id, chain => WakeAsync(chain, id), cancel) switch
            {
                null => round with { Troubled = round.Troubled + 1 },
                var woken => round with { Woken = round.Woken + woken.Value },
            };
        return round;
    }

    private static async Task<Answer<int>> WakeAsync(CommandChain chain, long id)
    {
        if (!await WorkflowClaims.TakeDueAsync(chain.Connection, id, chain.Today, chain.Cancel))
            return Answer.Done(0);
        return await GiveAsync(chain, new(id, state => new WorkflowCommand.DayCame { Version = state.Version }, Actor.Engine, 0, "day"), "workflow.day-came");
    }

    private async Task<WorkflowRound> TellAsync(WorkflowRound round, string folder, DateOnly today, CancellationToken cancel)
    {
        foreach (var errand in await source.ReadAsync(connection => WorkflowClaims.ErrandsAsync(connection, folder, today, Most, cancel), cancel))
            round = await CarryOnAsync(folder, errand.Instance, chain => TellAsync(chain, errand), cancel) switch
            {
                null => await AgainAsync(round, errand, today.AddDays(1), cancel),
                var told => round with { Told = round.Told + told.Value },
            };
        return round;
    }

    private static async Task<Answer<int>> TellAsync(CommandChain chain, ErrandRow errand) =>
        await WorkflowClaims.TakeErrandAsync(chain.Connection, errand.Id, chain.Cancel)
            ? await GiveAsync(chain, Link.Tell(errand), "workflow.told")
            : Answer.Done(0);

    private async Task<WorkflowRound> AgainAsync(WorkflowRound round, ErrandRow errand, DateOnly tryOn, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await WorkflowClaims.LeaveAsync(connection, [errand], tryOn, cancel);
        return round with { Troubled = round.Troubled + 1 };
    }

    /// <summary>The days of what is open follow the calendar and readings of the pack that runs.</summary>
    private async Task<WorkflowRound> RedateAsync(WorkflowRound round, string folder, Pack pack, DateOnly today, CancellationToken cancel)
    {
        if (_dated.GetValueOrDefault(folder) == (pack.ContentHash, today))
            return round;
        var outdated = await source.ReadAsync(connection => WorkflowClaims.OutdatedAsync(connection, folder, pack.ContentHash, today, Most, cancel), cancel);
        if (outdated.Count == 0)
            _dated[folder] = (pack.ContentHash, today);
        foreach (var id in outdated)
            round = await CarryOnAsync(folder, id, chain => RedateAsync(chain, id), cancel) is null
                ? round with { Troubled = round.Troubled + 1 }
                : round with { Redated = round.Redated + 1 };
        return round;
    }

    private static async Task<Answer<int>> RedateAsync(CommandChain chain, long id)
    {
        if (await chain.OpenAsync(id) is not { State.Status: InstanceStatus.Running } handling)
            return Answer.Done(0);
        handling.MarkDated();
        return await GiveAsync(chain, new(id, state => new WorkflowCommand.Redate { Version = state.Version }, Actor.Engine, 0, "calendar"), null);
    }

    private static async Task<Answer<int>> GiveAsync(CommandChain chain, Link link, string? action)
    {
        chain.Add(link);
        if (await chain.RunAsync() is { Count: > 0 } refusals)
            return Answer.Refused<int>(refusals);
        var changed = chain.Changed.Select(handling => handling.Id).ToArray();
        if (changed.Length > 0 && action is not null)
            chain.Record = ("system", action, $"{chain.Running.Jurisdiction.Folder}/{link.Instance}", JsonSerializer.Serialize(changed));
        return Answer.Done(changed.Length > 0 ? 1 : 0);
    }

    /// <summary>Does one piece; null when it cannot be done now, which is noted on the instance.</summary>
    private async Task<int?> CarryOnAsync(string folder, long id, Func<CommandChain, Task<Answer<int>>> work, CancellationToken cancel)
    {
        IReadOnlyList<Refusal> refusals;
        try
        {
            var answer = await turns.TakeAsync(folder, work, cancel);
            if (answer.IsDone)
                return answer.Value;
            refusals = answer.Refusals;
        }
        catch (InvalidOperationException fault)
        {
            // A state that the program itself cannot go on from must not stop the engine of all others.
            log.LogError(fault, "{Folder}: the workflow instance {Id} cannot be carried on.", folder, id);
            refusals = [WorkflowWords.Broken(id, fault.Message)];
        }

        log.LogWarning("{Folder}: the workflow instance {Id} cannot go on: {Reasons}", folder, id, Words(refusals));
        var tomorrow = JurisdictionZone.Of(packs.Of(folder)?.Jurisdiction.TimeZone ?? "Asia/Shanghai").DayOf(time.GetUtcNow()).AddDays(1);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await InstanceTable.TroubleAsync(connection, id, JsonSerializer.Serialize(refusals, JsonSerializerOptions.Web), tomorrow, cancel);
        return null;
    }

    private static string Words(IEnumerable<Refusal> refusals) => string.Join("; ", refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}"));
}
