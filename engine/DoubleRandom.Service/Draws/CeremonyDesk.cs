using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>
/// Where people carry out draws, step by step: prepare, freeze, witnesses, draw, dispatch, reveal. Each step is one transaction with its audit entry and its statement to the
/// public: after a crash the ceremony stands before the step or after it, and the step may be sent again.
/// </summary>
public sealed class CeremonyDesk(RunningPacks packs, Turns turns, Actors actors, DrawPreparation preparation)
{
    /// <summary>What a step does besides moving the ceremony on, and the row it leaves.</summary>
    private delegate Task<Answer<(DrawRow Row, int Told)>> Carry(CommandChain chain, DrawRow row, Actor actor);

    /// <summary>Writes down what is to be drawn from the directories; nothing is public yet.</summary>
    /// <param name="order">What.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancel">Gives up; nothing was done then.</param>
    /// <param name="key">The same order with the same key is prepared once; null for none.</param>
    public Task<Answer<PreparedDraw>> PrepareAsync(DrawOrder order, WorkflowPerson person, CancellationToken cancel, string? key = null) => preparation.PrepareAsync(order, person, key, cancel);

    /// <summary>A second person confirms what was prepared, by the hash they saw; it is committed to and published.</summary>
    public Task<Answer<DrawReceipt>> FreezeAsync(DrawKey draw, string manifest, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.frozen", new CeremonyCommand.Freeze(manifest, person.Name), async (chain, row, _) => Kept(row, await SupersedeAsync(chain, row)), cancel);

    /// <summary>A witness gives a value.</summary>
    public Task<Answer<DrawReceipt>> WitnessAsync(DrawKey draw, string name, string value, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.witnessed", new CeremonyCommand.Witness(name, value), NothingMore, cancel);

    /// <summary>The beacon's value, after all witnesses.</summary>
    public Task<Answer<DrawReceipt>> BeaconAsync(DrawKey draw, string value, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.beacon-entered", new CeremonyCommand.Beacon(value), NothingMore, cancel);

    /// <summary>Draws from what was frozen by the seed that was given. An assignment that is not possible leaves everything as it was.</summary>
    public Task<Answer<DrawReceipt>> RunAsync(DrawKey draw, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.drawn", new CeremonyCommand.Run(), async (chain, row, _) =>
        {
            var made = await DrawMaking.MakeAsync(chain, row);
            return made.IsDone ? Kept(made.Value!, []) : Kept(row, made.Refusals);
        }, cancel);

    /// <summary>Tells the workflows that wait: the targets to the one, their inspectors to the others, as far as they wait already. What waits later is told by the pulse.</summary>
    public Task<Answer<DrawReceipt>> DispatchAsync(DrawKey draw, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.dispatched", new CeremonyCommand.Dispatch(), async (chain, row, actor) =>
        {
            var (told, refusals) = await DrawDispatch.TellAsync(chain, row, actor);
            return Kept(row, refusals, told);
        }, cancel);

    /// <summary>The next substitute takes the place of a target that cannot be checked; its use stands in the record with the reason. The answer names it.</summary>
    public async Task<Answer<SubstituteReceipt>> SubstituteAsync(DrawKey draw, string instead, string reason, WorkflowPerson person, CancellationToken cancel)
    {
        if (packs.Named(draw.Jurisdiction) is not { } pack)
            return Answer.Refused<SubstituteReceipt>(WorkflowWords.NoJurisdiction(draw.Jurisdiction, packs.All.Keys));
        return await turns.TakeAsync(
            pack.Jurisdiction.Folder,
            async chain =>
            {
                var (row, actor, refusals) = await OpenAsync(chain, draw, person);
                if (row is null || actor is null || refusals.Count > 0)
                    return Answer.Refused<SubstituteReceipt>(refusals);
                return await DrawSubstitutes.UseAsync(chain, row, instead, reason, actor);
            }, cancel);
    }

    /// <summary>Publishes what was secret, when the checks are over.</summary>
    public Task<Answer<DrawReceipt>> RevealAsync(DrawKey draw, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.revealed", new CeremonyCommand.Reveal(), async (chain, row, _) =>
            Kept(row, await DrawDispatch.OpenVisitsAsync(chain, row) is > 0 and var open ? [DrawWords.NotOver(row.Number, open)] : []), cancel);

    /// <summary>Gives a draw up before anything was drawn; it keeps its number, and its reason is published with the next record.</summary>
    public Task<Answer<DrawReceipt>> AbandonAsync(DrawKey draw, string reason, WorkflowPerson person, CancellationToken cancel) =>
        StepAsync(draw, person, "draw.abandoned", new CeremonyCommand.Abandon(reason), NothingMore, cancel);

    private static Task<Answer<(DrawRow Row, int Told)>> NothingMore(CommandChain chain, DrawRow row, Actor actor) => Task.FromResult(Kept(row, []));

    private static Answer<(DrawRow Row, int Told)> Kept(DrawRow row, IReadOnlyList<Refusal> refusals, int told = 0) =>
        refusals.Count > 0 ? Answer.Refused<(DrawRow, int)>(refusals) : Answer.Done((row, told));

    /// <summary>The draw whose place this one takes stays on record, and says so.</summary>
    private static async Task<IReadOnlyList<Refusal>> SupersedeAsync(CommandChain chain, DrawRow row)
    {
        if (row.Supersedes is not { } other)
            return [];
        if (await DrawTable.FindAsync(chain.Connection, row.Jurisdiction, other, chain.Cancel) is not { } old)
            return [DrawWords.NoDraw(other)];
        if (old.Stage is "abandoned")
            return [];
        var answer = Ceremony.Decide(DrawKeeping.StateOf(old), new CeremonyCommand.Supersede(row.Number, row.Reason ?? ""));
        if (answer.Refusals.Count > 0 || answer.IsRepeat)
            return answer.Refusals;
        var next = DrawKeeping.Next(old, answer.State, row.FrozenBy!, chain.Now);
        await DrawTable.SaveAsync(chain.Connection, next, chain.Cancel);
        await DrawStatements.SayAsync(chain, next);
        return [];
    }

    private async Task<Answer<DrawReceipt>> StepAsync(DrawKey draw, WorkflowPerson person, string action, CeremonyCommand command, Carry carry, CancellationToken cancel)
    {
        if (packs.Named(draw.Jurisdiction) is not { } pack)
            return Answer.Refused<DrawReceipt>(WorkflowWords.NoJurisdiction(draw.Jurisdiction, packs.All.Keys));
        return await turns.TakeAsync(
            pack.Jurisdiction.Folder,
            async chain =>
            {
                var (row, actor, refusals) = await OpenAsync(chain, draw, person);
                if (row is null)
                    return Answer.Refused<DrawReceipt>(refusals);
                var answer = Ceremony.Decide(DrawKeeping.StateOf(row), command);
                Refusal[] against = [.. refusals, .. answer.Refusals];
                if (against.Length > 0)
                    return Answer.Refused<DrawReceipt>(against);
                if (answer.IsRepeat)
                    return Answer.Done(DrawReceipt.Of(row));
                var carried = await carry(chain, DrawKeeping.Next(row, answer.State, person.Name, chain.Now), actor!);
                if (!carried.IsDone)
                    return Answer.Refused<DrawReceipt>(carried.Refusals);
                var (next, told) = carried.Value;
                await DrawTable.SaveAsync(chain.Connection, next, cancel);
                // Between freezing and drawing nothing new is public: the witnesses' values come out with the record.
                if (next.FrozenAt is not null && command is not (CeremonyCommand.Witness or CeremonyCommand.Beacon))
                    await DrawStatements.SayAsync(chain, next);
                chain.Record = (person.Name, action, $"{next.Jurisdiction}/draw/{next.Number}", Detail(next, person));
                return Answer.Done(DrawReceipt.Of(next, told));
            }, cancel);
    }

    /// <summary>The draw and who acts, or everything against it: the unit that prepared it carries it out, or the office.</summary>
    private async Task<(DrawRow? Draw, Actor? Actor, IReadOnlyList<Refusal> Refusals)> OpenAsync(CommandChain chain, DrawKey draw, WorkflowPerson person)
    {
        var (actor, refusals) = await actors.OfAsync(chain, person);
        if (await DrawTable.FindAsync(chain.Connection, chain.Running.Jurisdiction.Folder, draw.Number, chain.Cancel) is not { } row)
            return (null, actor, [.. refusals, DrawWords.NoDraw(draw.Number)]);
        return refusals.Count == 0 && !new[] { row.PreparedUnit, chain.Running.Jurisdiction.OfficeUnit }.Contains(person.Unit, StringComparer.Ordinal)
            ? (row, actor, [DrawWords.OtherUnit(row.Number, row.PreparedUnit)])
            : (row, actor, refusals);
    }

    /// <summary>What the audit chain keeps of a step: where the draw stands and by which hashes, never a secret.</summary>
    private static string Detail(DrawRow row, WorkflowPerson person) => JsonSerializer.Serialize(
        new { person.Unit, row.Stage, row.ManifestSha256, row.RecordSha256, seats = DrawKeeping.StateOf(row).Witnesses.Select(seat => new { seat.Name, given = seat.Value is not null }), row.SupersededBy, row.Reason }, JsonSerializerOptions.Web);
}

/// <summary>Which draw.</summary>
/// <param name="Jurisdiction">The pack's folder, division code or id.</param>
/// <param name="Number">The draw's number.</param>
public readonly record struct DrawKey(string Jurisdiction, string Number);
