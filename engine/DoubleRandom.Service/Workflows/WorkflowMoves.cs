using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>One instance in a migration plan.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="From">Content hash of the pack version that it runs on.</param>
/// <param name="Line">What becomes of it, and why.</param>
public sealed record PlannedMove(long Instance, string Subject, string From, MigrationLine Line);

/// <summary>Takes running instances over to the running pack version, where somebody asks; adopting a pack moves nothing by itself.</summary>
public sealed class WorkflowMoves(NpgsqlDataSource source, RunningPacks packs, Turns turns, Actors actors)
{
    /// <summary>What would become of each running instance of a workflow that is not on the running version.</summary>
    /// <param name="jurisdiction">The pack's folder, division code or id.</param>
    /// <param name="workflow">Id of the workflow.</param>
    /// <param name="mapping">New ids of steps by their old ones; null for a step that is gone. A step that is not named keeps its id.</param>
    /// <param name="before">Only instances with a lower number, for the next page; null begins with the newest.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>At most 200 lines, newest first.</returns>
    public async Task<Answer<IReadOnlyList<PlannedMove>>> PlanAsync(string jurisdiction, string workflow, IReadOnlyDictionary<string, string?> mapping, long? before, CancellationToken cancel)
    {
        if (packs.Named(jurisdiction) is not { } pack)
            return Answer.Refused<IReadOnlyList<PlannedMove>>([WorkflowWords.NoJurisdiction(jurisdiction, packs.All.Keys)]);
        if (pack.Workflows.GetValueOrDefault(workflow) is not { } next)
            return Answer.Refused<IReadOnlyList<PlannedMove>>([WorkflowWords.NothingToMoveTo(workflow)]);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var moves = new List<PlannedMove>();
        foreach (var row in await WorkflowQueries.ElsewhereAsync(connection, pack.Jurisdiction.Folder, workflow, pack.ContentHash, before, cancel))
            if (await OldAsync(connection, pack, row, cancel) is { } old)
                moves.Add(new(row.Id, row.Subject, row.PackHash, Migration.Plan(old, next, [(await turns.Shelf.ReadAsync(connection, row, cancel)).State], mapping)[0]));
        return Answer.Done<IReadOnlyList<PlannedMove>>(moves);
    }

    /// <summary>Moves one instance to the running version, on the word of the office. No finished step runs again; what is open stays open.</summary>
    /// <param name="instance">Number of the instance.</param>
    /// <param name="mapping">As for the plan.</param>
    /// <param name="person">Who moves it; of the office.</param>
    /// <param name="reason">Why; put on record.</param>
    /// <param name="cancel">Gives up; nothing was done then.</param>
    /// <param name="key">The same move with the same key is done once, and gets the same receipt each time; null for none.</param>
    public async Task<Answer<WorkflowReceipt>> MoveAsync(
        long instance, IReadOnlyDictionary<string, string?> mapping, WorkflowPerson person, string reason, CancellationToken cancel, string? key = null) =>
        await turns.FolderOfAsync(instance, cancel) is not { } folder
            ? Answer.Refused<WorkflowReceipt>([WorkflowWords.NoInstance(instance)])
            : await turns.TakeAsync(
                folder, chain => KeyedCommand.Of(instance, "Move", new { mapping, reason }, person, key).OnceAsync(chain, () => MoveAsync(chain, instance, mapping, person, reason)), cancel);

    private async Task<Answer<WorkflowReceipt>> MoveAsync(CommandChain chain, long instance, IReadOnlyDictionary<string, string?> mapping, WorkflowPerson person, string reason)
    {
        var (actor, refusals) = await actors.OfAsync(chain, person);
        if (await chain.OpenAsync(instance) is not { } handling)
            return Answer.Refused<WorkflowReceipt>([.. refusals, WorkflowWords.NoInstance(instance)]);
        Refusal[] against = [.. refusals, .. Against(chain, handling, person, reason)];
        if (actor is null || against.Length > 0)
            return Answer.Refused<WorkflowReceipt>(against);
        var (from, next) = (handling.Pack.ContentHash, chain.Running.Workflows[handling.Definition.Id]);
        if (!string.Equals(next.Version, handling.Definition.Version, StringComparison.Ordinal)
            && await TakeAsync(chain, handling, next, mapping, actor) is { Count: > 0 } problems)
            return Answer.Refused<WorkflowReceipt>(problems);
        handling.Repack(chain.Running, next);
        var also = chain.Changed.Select(other => other.Id).Where(id => id != instance).ToArray();
        chain.Record = (person.Name, "workflow.moved", $"{handling.Row.Jurisdiction}/{next.Id}/{instance}", JsonSerializer.Serialize(new { from, to = chain.Running.ContentHash, mapping, reason, also }, JsonSerializerOptions.Web));
        return Answer.Done(handling.Receipt(also));
    }

    private static async Task<IReadOnlyList<Refusal>> TakeAsync(CommandChain chain, Handling handling, WorkflowDefinition next, IReadOnlyDictionary<string, string?> mapping, Actor actor)
    {
        var transition = Migration.Move(handling.Definition, next, handling.State, mapping, chain.Context(handling, actor));
        var old = (handling.Pack, handling.Definition);
        handling.Repack(chain.Running, next); // What follows is shown by the new version's words.
        var refusals = await chain.TakeAsync(handling, transition, new(handling.Id, _ => throw new InvalidOperationException("It was moved already."), actor, 0, next.Id));
        if (refusals.Count > 0)
            handling.Repack(old.Pack, old.Definition);
        return refusals.Count > 0 ? refusals : await chain.RunAsync();
    }

    private static IEnumerable<Refusal> Against(CommandChain chain, Handling handling, WorkflowPerson person, string reason)
    {
        var office = chain.Running.Jurisdiction.OfficeUnit;
        if (!string.Equals(person.Unit, office, StringComparison.Ordinal))
            yield return WorkflowWords.NotOffice(office);
        if (string.IsNullOrWhiteSpace(reason) || reason.Contains('\0', StringComparison.Ordinal))
            yield return WorkflowWords.NoReason();
        if (!chain.Running.Workflows.ContainsKey(handling.Definition.Id))
            yield return WorkflowWords.NothingToMoveTo(handling.Definition.Id);
    }

    private async Task<WorkflowDefinition?> OldAsync(NpgsqlConnection connection, Pack running, InstanceRow row, CancellationToken cancel) =>
        (await turns.VersionAsync(connection, running, row.PackHash, cancel))?.Workflows.GetValueOrDefault(row.Workflow);
}
