using System.Security.Cryptography;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>Where people start workflows and give commands to what runs. Each command is done whole, with everything that follows from it, or refused with every reason.</summary>
public sealed class WorkflowDesk(RunningPacks packs, Turns turns, Actors actors)
{
    private const int MostSubject = 120;

    /// <summary>Starts a workflow of the pack that runs.</summary>
    public Task<Answer<WorkflowReceipt>> StartAsync(WorkflowStart start, WorkflowPerson person, CancellationToken cancel)
    {
        if (packs.Named(start.Jurisdiction) is not { } pack)
            return Task.FromResult(Answer.Refused<WorkflowReceipt>([WorkflowWords.NoJurisdiction(start.Jurisdiction, packs.All.Keys)]));
        return turns.TakeAsync(pack.Jurisdiction.Folder, chain => KeyedCommand.Of(start, person).OnceAsync(chain, () => StartAsync(chain, start, person)), cancel);
    }

    /// <summary>Gives a command to an instance.</summary>
    /// <param name="instance">Number of the instance.</param>
    /// <param name="command">What is wanted; its version is the one that the person saw. Events, days and ends of other workflows are the engine's to tell.</param>
    /// <param name="person">Who wants it.</param>
    /// <param name="cancel">Gives up; nothing was done then.</param>
    /// <param name="key">The same command with the same key is done once, and gets the same receipt each time; null for none.</param>
    public async Task<Answer<WorkflowReceipt>> GiveAsync(long instance, WorkflowCommand command, WorkflowPerson person, CancellationToken cancel, string? key = null) =>
        await turns.FolderOfAsync(instance, cancel) is { } folder
            ? await turns.TakeAsync(folder, chain => KeyedCommand.Of(instance, command, person, key).OnceAsync(chain, () => GiveAsync(chain, instance, command, person)), cancel, instance)
            : Answer.Refused<WorkflowReceipt>([WorkflowWords.NoInstance(instance)]);

    /// <summary>Attaches a file to an open step; the file is kept with its SHA-256, which stands in the journal. A key holds as for other commands.</summary>
    public async Task<Answer<WorkflowReceipt>> AttachAsync(long instance, int run, HandedFile file, long version, WorkflowPerson person, CancellationToken cancel, string? key = null)
    {
        if (file.Content.Length > HandIn.MostBytes)
            return Answer.Refused<WorkflowReceipt>([Refusals.FileTooLarge(file.Name, HandIn.MostBytes)]);
        if (file.MediaType.Contains('\0', StringComparison.Ordinal))
            return Answer.Refused<WorkflowReceipt>([Refusals.NulCharacter("command")]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        if (await turns.FolderOfAsync(instance, cancel) is not { } folder)
            return Answer.Refused<WorkflowReceipt>([WorkflowWords.NoInstance(instance)]);
        var attach = new WorkflowCommand.Attach(run, file.Name, hash) { Version = version };
        return await turns.TakeAsync(
            folder, chain => KeyedCommand.Of(instance, attach, person, key).OnceAsync(chain, () => AttachAsync(chain, instance, attach, file, person)), cancel, instance);
    }

    private async Task<Answer<WorkflowReceipt>> AttachAsync(CommandChain chain, long instance, WorkflowCommand.Attach attach, HandedFile file, WorkflowPerson person)
    {
        var answer = await GiveAsync(chain, instance, attach, person);
        if (answer.IsDone)
            await WorkflowFiles.AddAsync(
                chain.Connection, new(0, instance, attach.Run, file.Name, file.MediaType, attach.Hash, file.Content.Length, person.Name, chain.Now), file.Content, chain.Cancel);
        return answer;
    }

    private async Task<Answer<WorkflowReceipt>> StartAsync(CommandChain chain, WorkflowStart start, WorkflowPerson person)
    {
        var (actor, refusals) = await actors.OfAsync(chain, person);
        var against = refusals.Concat(Against(chain, start)).ToArray();
        if (actor is null || against.Length > 0)
            return Answer.Refused<WorkflowReceipt>(against);
        var definition = chain.Running.Workflows[start.Workflow];
        var command = new WorkflowCommand.Start(start.Subject, null, start.Cast, start.Lists, start.Content) { Version = 0 };
        var key = start.Key is null ? null : $"key:{start.Key}";
        if (await chain.CreateAsync(new(definition, chain.Running, command, key, null, null)) is not { } created)
            return await StartedAsync(chain, start, person, key!);
        return await RunAsync(chain, new(created.Id, _ => command, actor, 0, definition.Id), person, "workflow.started", new { start.Workflow, start.Subject, start.Cast, start.Lists });
    }

    /// <summary>What was started under the key before answers were kept.</summary>
    private static async Task<Answer<WorkflowReceipt>> StartedAsync(CommandChain chain, WorkflowStart start, WorkflowPerson person, string key)
    {
        var there = (await InstanceTable.StartedForAsync(chain.Connection, chain.Running.Jurisdiction.Folder, start.Workflow, key, chain.Cancel))!;
        if (!string.Equals(there.Subject, start.Subject, StringComparison.Ordinal) || !string.Equals(there.StarterUnit, person.Unit, StringComparison.Ordinal))
            return Answer.Refused<WorkflowReceipt>([WorkflowWords.KeyReused(start.Key!)]);
        return await chain.OpenAsync(there.Id) is { } handling ? Answer.Done(handling.Receipt([])) : Answer.Refused<WorkflowReceipt>([WorkflowWords.NoInstance(there.Id)]);
    }

    private async Task<Answer<WorkflowReceipt>> GiveAsync(CommandChain chain, long instance, WorkflowCommand command, WorkflowPerson person)
    {
        var (actor, refusals) = await actors.OfAsync(chain, person);
        if (await chain.OpenAsync(instance) is not { } handling)
            return Answer.Refused<WorkflowReceipt>([.. refusals, WorkflowWords.NoInstance(instance)]);
        var against = refusals.Concat(Against(chain, handling, command)).ToArray();
        if (actor is null || against.Length > 0)
            return Answer.Refused<WorkflowReceipt>(against);
        var giver = IsOfficesReport(chain, handling, command, person) ? Actor.Engine : actor;
        return await RunAsync(chain, new(instance, _ => command, giver, 0, handling.Definition.Id), person, $"workflow.{Word(command)}", new { command = (object)command });
    }

    private static async Task<Answer<WorkflowReceipt>> RunAsync(CommandChain chain, Link link, WorkflowPerson person, string action, object detail)
    {
        chain.Add(link);
        if (await chain.RunAsync() is { Count: > 0 } refusals)
            return Answer.Refused<WorkflowReceipt>(refusals);
        var handling = (await chain.OpenAsync(link.Instance))!;
        var also = chain.Changed.Select(other => other.Id).Where(id => id != link.Instance).ToArray();
        chain.Record = (person.Name, action, $"{handling.Row.Jurisdiction}/{handling.Definition.Id}/{handling.Id}", Detail(handling, person, detail, also));
        return Answer.Done(handling.Receipt(also));
    }

    private static string Detail(Handling handling, WorkflowPerson person, object detail, long[] also) =>
        JsonSerializer.Serialize(new { person.Unit, from = handling.Row.Version, to = handling.State.Version, detail, also }, JsonSerializerOptions.Web);

    /// <summary>A draw or publication without an owner is reported by the office, which the definition does not name.</summary>
    private static bool IsOfficesReport(CommandChain chain, Handling handling, WorkflowCommand command, WorkflowPerson person) =>
        (command switch { WorkflowCommand.Drawn drawn => drawn.Run, WorkflowCommand.Published published => published.Run, _ => (int?)null }) is { } run
        && string.Equals(person.Unit, chain.Running.Jurisdiction.OfficeUnit, StringComparison.Ordinal)
        && handling.State.Runs.GetValueOrDefault(run) is { } open && handling.Definition.Step(open.Step) is { Owner: null } and (Step.Draw or Step.Publish);

    private static IEnumerable<Refusal> Against(CommandChain chain, WorkflowStart start)
    {
        if (!chain.Running.Workflows.ContainsKey(start.Workflow))
            yield return WorkflowWords.NoWorkflow(start.Workflow, chain.Running.Workflows.Keys);
        if (start.Subject.Length > MostSubject || start.Subject.Any(character => char.IsControl(character) || char.IsSurrogate(character)))
            yield return WorkflowWords.BadSubject(MostSubject);
        foreach (var unit in Unknown(chain, (start.Cast ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).SelectMany(cast => cast.Value)))
            yield return unit;
        if (HasNul(new { start.Cast, start.Lists, start.Content }))
            yield return Refusals.NulCharacter("command");
    }

    private static IEnumerable<Refusal> Against(CommandChain chain, Handling handling, WorkflowCommand command)
    {
        if (command is WorkflowCommand.Start or WorkflowCommand.Tell or WorkflowCommand.DayCame or WorkflowCommand.Redate or WorkflowCommand.ChildEnded)
            yield return WorkflowWords.EngineOnly(handling.Definition.Id);
        if (command is WorkflowCommand.Reassign hand)
            foreach (var unit in Unknown(chain, [hand.Unit]))
                yield return unit;
        if (HasNul(command))
            yield return Refusals.NulCharacter("command");
    }

    private static IEnumerable<Refusal> Unknown(CommandChain chain, IEnumerable<string> units) =>
        units.Distinct(StringComparer.Ordinal).Where(unit => unit.Length > 0 && chain.Running.Unit(unit) is null).Select(unit => WorkflowWords.NoUnit(unit, chain.Running.Units.Select(known => known.Id)));

    /// <summary>PostgreSQL keeps no NUL in texts.</summary>
    private static bool HasNul(object given) => JsonSerializer.Serialize(given, given.GetType(), JsonSerializerOptions.Web).Contains("\\u0000", StringComparison.Ordinal);

    private static string Word(WorkflowCommand command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);
}
