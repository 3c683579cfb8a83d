using System.Runtime.CompilerServices;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Packs;
using DoubleRandom.Store.Publication;
using DoubleRandom.Store.Workflows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>Gives commands their turn: one transaction of a jurisdiction after the other, each whole or not at all.</summary>
public sealed class Turns(
    NpgsqlDataSource source, RunningPacks packs, StepDeadlineKeeper deadlines, WorkflowNotices notices, Reconciler reconciler, InspectionRegister inspections, StatementPublisher publisher,
    TimeProvider time, ILogger<Turns> log)
{
    private const int MostAttempts = 3;

    private readonly ConditionalWeakTable<Pack, PackDecisions> _rules = [];
    private readonly ConditionalWeakTable<Pack, DueDates> _dates = [];

    internal InstanceShelf Shelf { get; } = new();

    /// <summary>What the rules of a pack version say.</summary>
    internal PackDecisions RulesOf(Pack pack) => _rules.GetValue(pack, static pack => new(pack));

    /// <summary>The days of the pack that runs.</summary>
    internal DueDates DatesOf(Pack pack) => _dates.GetValue(pack, DueDates.Of);

    /// <summary>A pack version, compiled; null when it cannot be read here.</summary>
    internal async Task<Pack?> VersionAsync(NpgsqlConnection connection, Pack running, string hash, CancellationToken cancel) =>
        string.Equals(running.ContentHash, hash, StringComparison.Ordinal) ? running : await packs.VersionAsync(connection, running.Jurisdiction.Folder, hash, cancel);

    /// <summary>The jurisdiction of an instance; null when there is none of that number.</summary>
    internal async Task<string?> FolderOfAsync(long instance, CancellationToken cancel) =>
        Shelf.FolderOf(instance) ?? await source.ReadAsync(async connection => (await InstanceTable.GetAsync(connection, instance, cancel))?.Jurisdiction, cancel);

    /// <summary>Does work in a turn of its own, about an instance or none. What is refused leaves nothing behind; what is done is there whole.</summary>
    internal async Task<Answer<T>> TakeAsync<T>(string folder, Func<CommandChain, Task<Answer<T>>> work, CancellationToken cancel, long? about = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(folder, about, work, cancel);
            }
            catch (OutrunException outrun)
            {
                log.LogWarning(outrun, "A command of {Folder} was outrun at attempt {Attempt}.", folder, attempt);
                if (attempt == MostAttempts)
                    return Answer.Refused<T>([WorkflowWords.Outrun($"{outrun.Instance}")]);
            }
            catch (VersionGoneException gone)
            {
                return Answer.Refused<T>([WorkflowWords.VersionGone(gone.Workflow, gone.Hash)]);
            }
        }
    }

    private async Task<Answer<T>> OnceAsync<T>(string folder, long? about, Func<CommandChain, Task<Answer<T>>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await InstanceTable.TakeTurnAsync(connection, folder, about, cancel) is not ({ } standing, var row))
            return Answer.Refused<T>([WorkflowWords.NoJurisdiction(folder, packs.All.Keys)]);
        if (await RunningAsync(connection, folder, standing, cancel) is not { } pack)
            return Answer.Refused<T>([WorkflowWords.VersionGone(folder, standing.RunningVersion)]);
        var chain = new CommandChain(connection, this, standing, row, pack, time.GetUtcNow(), cancel);
        var answer = await work(chain);
        if (!answer.IsDone)
            return answer;
        await SaveAsync(chain, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var handling in chain.Changed)
            Shelf.Keep(handling.Id, folder, handling.Live);
        return answer;
    }

    /// <summary>Another node may have adopted a pack that is not known here yet.</summary>
    private async Task<Pack?> RunningAsync(NpgsqlConnection connection, string folder, TurnStanding standing, CancellationToken cancel) =>
        packs.Of(folder) is { } known && string.Equals(known.ContentHash, standing.RunningVersion, StringComparison.Ordinal)
            ? known
            : await packs.VersionAsync(connection, folder, standing.RunningVersion, cancel);

    /// <summary>Writes everything, in the order in which everybody takes locks: the jurisdiction, instances, deadlines, the ends of the public chain and of the audit chain last.</summary>
    private async Task SaveAsync(CommandChain chain, CancellationToken cancel)
    {
        var (connection, folder, now) = (chain.Connection, chain.Running.Jurisdiction.Folder, chain.Now);
        var changed = chain.Changed.ToArray();
        if (chain.Raised.Count > 0)
            await PackVersions.LockAsync(connection, folder, cancel);
        await InstanceTable.SaveAsync(connection, [.. changed.Select(handling => handling.Change(chain.Running.ContentHash, now))], now, cancel);
        await inspections.FollowAsync(chain);
        await LeaveAsync(chain, cancel);
        await deadlines.KeepAsync(connection, chain.Running, changed, now, cancel);
        foreach (var raised in chain.Raised)
            chain.MustReconcile |= await EventLog.RecordAsync(connection, folder, raised.Event, raised.By, now, cancel) && Depends(chain.Running, raised.Event.Event);
        await notices.WriteAsync(chain, cancel);
        if (chain.MustReconcile)
            chain.Reconciled = await reconciler.WithinAsync(connection, chain.Running, cancel);
        await publisher.WriteAsync(connection, chain.Published, cancel);
        await PublicLedger.AppendAsync(connection, folder, chain.Said, now, cancel);
        if (chain.Record is { } record)
            await AuditTrail.AppendAsync(connection, folder, now, record.By, record.Action, record.Subject, record.Detail, cancel);
        foreach (var (starting, refusals) in chain.Missed)
            await MissAsync(chain, starting, refusals);
    }

    /// <summary>A start by an event or date came to nothing: what caused it stands, and staff see what did not follow and why.</summary>
    private async Task MissAsync(CommandChain chain, NewInstance starting, IReadOnlyList<Refusal> refusals)
    {
        var (start, folder) = (starting.Start, chain.Running.Jurisdiction.Folder);
        var missed = new MissedStartRow
        {
            Jurisdiction = folder,
            Workflow = starting.Definition.Id,
            StartKey = starting.StartKey!,
            Subject = start.Subject,
            Event = start.Cause is { Kind: "event", Id: var happened } ? happened : null,
            HappenedOn = start.On ?? chain.Today,
            Refusals = JsonSerializer.Serialize(refusals, JsonSerializerOptions.Web),
            MissedAt = chain.Now,
        };
        if (!await MissedStarts.AddAsync(chain.Connection, missed, chain.Cancel))
            return;
        log.LogInformation("{Folder}: the workflow {Workflow} did not start by itself: {Reasons}", folder, missed.Workflow, missed.Refusals);
        await AuditTrail.AppendAsync(
            chain.Connection, folder, chain.Now, "system", "workflow.not-started", $"{folder}/{missed.Workflow}", JsonSerializer.Serialize(new { cause = missed.StartKey, start.Subject, refusals }, JsonSerializerOptions.Web), chain.Cancel);
    }

    private static async Task LeaveAsync(CommandChain chain, CancellationToken cancel)
    {
        var (tried, many) = (chain.Later.Where(one => one.Refusals.Count > 0).ToArray(), chain.Later.Where(one => one.Refusals.Count == 0).Select(one => one.Errand).ToArray());
        await WorkflowClaims.LeaveAsync(chain.Connection, many, chain.Today, cancel);
        await WorkflowClaims.LeaveAsync(chain.Connection, [.. tried.Select(one => one.Errand)], chain.Today.AddDays(1), cancel);
        foreach (var (errand, refusals) in tried)
            await InstanceTable.TroubleAsync(chain.Connection, errand.Instance, JsonSerializer.Serialize(refusals, JsonSerializerOptions.Web), chain.Today.AddDays(1), cancel);
    }

    /// <summary>Planning again takes longer than everything else; most events of workflows matter to no obligation.</summary>
    private static bool Depends(Pack pack, string name) => pack.Obligations.Any(obligation =>
        string.Equals(obligation.MetByEvent, name, StringComparison.Ordinal) || obligation.When.Entries.Any(entry => entry.Value.Events.Contains(name, StringComparer.Ordinal)));
}
