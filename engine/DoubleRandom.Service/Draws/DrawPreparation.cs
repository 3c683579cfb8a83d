using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>Prepares draws: reads the directories, makes the lists, completes the rules, commits to all of it, and gives the draw its number.</summary>
public sealed class DrawPreparation(RunningPacks packs, Turns turns, Actors actors, WorkflowReader reader, NpgsqlDataSource source, TimeProvider time)
{
    private const int NumberDigits = 4;

    internal async Task<Answer<PreparedDraw>> PrepareAsync(DrawOrder order, WorkflowPerson person, string? key, CancellationToken cancel)
    {
        if (packs.Named(order.Jurisdiction) is not { } pack)
            return Answer.Refused<PreparedDraw>(WorkflowWords.NoJurisdiction(order.Jurisdiction, packs.All.Keys));
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        var waiting = order.Instance is { } instance ? await reader.InstanceAsync(instance, 1, cancel) : null;
        if (order.Instance is { } missing && waiting is null)
            return Answer.Refused<PreparedDraw>(WorkflowWords.NoInstance(missing));
        if (waiting is not null && Waiting(order, waiting).FirstOrDefault() is null)
            return Answer.Refused<PreparedDraw>(DrawWords.NotWaiting(order.Instance!.Value, order.What));
        var scheme = SchemeOf(order, pack, waiting);
        if (order.Scheme is { } named && scheme is null)
            return Answer.Refused<PreparedDraw>(DrawWords.NoScheme(named, pack.Draws.Keys));
        var preparation = Preparation.Of(order, scheme, waiting?.State, person.Unit);
        Refusal[] against = [.. preparation.Against(pack, person.Name, today)];
        if (against.Length > 0)
            return Answer.Refused<PreparedDraw>(against);
        return await ReadAsync(preparation, pack, order.On ?? today, person, key, cancel);
    }

    private async Task<Answer<PreparedDraw>> ReadAsync(Preparation preparation, Pack pack, DateOnly on, WorkflowPerson person, string? key, CancellationToken cancel)
    {
        var (order, rules) = (preparation.Order, preparation.Rules!);
        // The directories are read before the turn: a county's commands do not wait for a million rows.
        await using var connection = await source.OpenConnectionAsync(cancel);
        var lists = new DrawLists(pack, order, rules, on);
        var targets = await lists.TargetsAsync(connection, cancel);
        Refusal[] against = [.. Preparation.Against(targets.Count)];
        if (against.Length > 0)
            return Answer.Refused<PreparedDraw>(against);
        Digest? salt = rules.Assignment is null ? null : new(RandomNumberGenerator.GetBytes(Digest.Size));
        var (people, names) = salt is { } given ? await lists.PeopleAsync(connection, targets, given, cancel) : (null, null);
        return await turns.TakeAsync(pack.Jurisdiction.Folder, chain => KeyedCommand.Of("draw", order, person, key).OnceAsync(chain, () => WriteAsync(chain, order, on, targets, people, names, person)), cancel, order.Instance);
    }

    private async Task<Answer<PreparedDraw>> WriteAsync(CommandChain chain, DrawOrder order, DateOnly on, IReadOnlyCollection<FrameRow> targets, DrawPeople? people, DrawNames? names, WorkflowPerson person)
    {
        var (actor, refusals) = await actors.OfAsync(chain, person);
        Refusal[] against = [.. refusals, .. actor is null ? [] : await DrawDispatch.AgainstAsync(chain, order, actor)];
        if (against.Length > 0)
            return Answer.Refused<PreparedDraw>(against);
        var pack = chain.Running.Jurisdiction;
        var sequence = await DrawTable.NextAsync(chain.Connection, pack.Folder, chain.Cancel);
        var number = $"{pack.Code}-{sequence.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(NumberDigits, '0')}";
        Digest? pepper = order.IsSealed != false ? new(RandomNumberGenerator.GetBytes(Digest.Size)) : null;
        var freeze = new FreezeOrder(number, order.Rules, order.Witnesses, order.BeaconRound, pepper) { Yearly = await YearlyAsync(chain, order) };
        var (draw, faults) = FrozenDraw.Of(freeze, targets, people, new AllCores());
        if (draw is null)
            return Answer.Refused<PreparedDraw>([.. faults.Select(Refusal.Of)]);
        if (draw.Plans.All(plan => plan.Number == 0))
            return Answer.Refused<PreparedDraw>(DrawWords.NothingToDraw(draw.Plans));
        var row = new DrawRow
        {
            Jurisdiction = pack.Folder,
            Sequence = sequence,
            Number = number,
            What = order.What,
            Stage = CeremonyStage.Prepared.Word(),
            Instance = order.Instance,
            Series = order.Yearly?.Series,
            OnDay = on,
            Asked = JsonSerializer.Serialize(order, JsonSerializerOptions.Web),
            Manifest = Encoding.UTF8.GetString(draw.Manifest.ToBytes()),
            ManifestSha256 = draw.Manifest.Hash,
            Pepper = pepper?.ToBytes(),
            Salt = people?.Salt.ToBytes(),
            Witnesses = DrawKeeping.SeatsOf([.. order.Witnesses.Select(name => new WitnessSeat(name, null))]),
            BeaconRound = order.BeaconRound,
            PreparedBy = person.Name,
            PreparedUnit = person.Unit,
            PreparedAt = chain.Now,
            Supersedes = order.Supersedes,
            Reason = order.Reason,
            ChangedAt = chain.Now,
        };
        await DrawTable.AddAsync(chain.Connection, row, names is null ? draw.Files : names.With(draw.Files), chain.Cancel);
        chain.Record = (person.Name, "draw.prepared", $"{pack.Folder}/draw/{number}", JsonSerializer.Serialize(new { person.Unit, order.What, order.Instance, row.ManifestSha256, order.Supersedes, order.Reason }, JsonSerializerOptions.Web));
        return Answer.Done(new PreparedDraw(DrawReceipt.Of(row), [.. draw.Plans.Select(StratumView.Of)]));
    }

    private static async Task<(YearlySum, IReadOnlyDictionary<string, long>)?> YearlyAsync(CommandChain chain, DrawOrder order) => order.Yearly is { } yearly && yearly.Sum() is { } sum
        ? (sum, await DrawHistory.DrawnAsync(chain.Connection, chain.Running.Jurisdiction.Folder, yearly.Series, yearly.SinceOn, chain.Cancel))
        : null;

    /// <summary>The scheme that is named, else that of the step that waits.</summary>
    private static DrawScheme? SchemeOf(DrawOrder order, Pack pack, InstanceDetail? waiting)
    {
        var id = order.Scheme ?? (waiting is null ? null : Waiting(order, waiting).First().Scheme);
        return id is null ? null : pack.Draws.GetValueOrDefault(id);
    }

    /// <summary>The open steps that wait for such a draw.</summary>
    private static IEnumerable<Step.Draw> Waiting(DrawOrder order, InstanceDetail instance) =>
        instance.State.OpenRuns.Select(run => instance.Definition.Step(run.Step)).OfType<Step.Draw>().Where(step => string.Equals(step.What, order.What, StringComparison.Ordinal));
}
