using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>Persons who start workflows and record events: those that the behaviour file names, or each workflow that a person may start, once.</summary>
internal sealed class ModelledStarts(SimulatedCounty county, Turns turns, WorkflowDesk desk, EventRecorder recorder)
{
    private readonly Rehearsal _rehearsal = new(county, turns);
    private readonly Queue<(DateOnly On, StartWish Wish, int Number)> _starts = new(Wishes(county));
    private readonly Queue<Core.Planning.PlanEvent> _events = new(county.Order.Behaviour.Events.Where(one => one.On >= county.Order.From).OrderBy(one => one.On));

    /// <summary>What is started and recorded on a working day.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        while (_events.TryPeek(out var happened) && happened.On <= county.Today)
        {
            var answer = await recorder.RecordAsync(county.Folder, _events.Dequeue(), county.PersonOf(happened.Unit ?? county.Pack.Jurisdiction.OfficeUnit, null), cancel);
            if (!answer.IsDone)
                county.Refused("refused", $"{happened.Event}/{happened.Subject}", answer.Refusals);
        }

        while (_starts.TryPeek(out var start) && start.On <= county.Today)
        {
            _starts.Dequeue();
            await StartAsync(start.Wish, start.Number, cancel);
        }
    }

    private static IEnumerable<(DateOnly On, StartWish Wish, int Number)> Wishes(SimulatedCounty county)
    {
        var wishes = county.Order.Behaviour.Starts ?? [.. county.Pack.Workflows.Values
            .Where(workflow => workflow.StartedBy.OfType<Starter.ByPerson>().Any() && county.Pack.DocumentOf(workflow.Basis)?.IsInForce(county.Order.From) != false).OrderBy(workflow => workflow.Id, StringComparer.Ordinal)
            .Select(workflow => new StartWish(workflow.Id, null, null, null, null, null, null))];
        return wishes.Select((wish, i) => (On: wish.On ?? county.Order.From, wish, i + 1)).Where(start => start.On >= county.Order.From).OrderBy(start => start.On);
    }

    /// <summary>Whoever may start it does; when nobody may, the first who tried hears why.</summary>
    private async Task StartAsync(StartWish wish, int number, CancellationToken cancel)
    {
        var definition = county.Pack.Workflows[wish.Workflow];
        var subject = wish.Subject ?? string.Create(CultureInfo.InvariantCulture, $"{definition.Id}-{county.Order.From.Year}-{number}");
        IReadOnlyList<Refusal> first = [];
        foreach (var (unit, starter) in Starters(definition, wish, subject))
        {
            var command = new WorkflowCommand.Start(subject, null, wish.Cast ?? Cast(definition, starter, unit, subject), wish.Lists, wish.Content ?? Shown(definition)) { Version = 0 };
            var actor = county.ActorOf(unit, starter.Owner.Function);
            var refusals = _rehearsal.Against(definition, WorkflowInstance.New("0"), command, actor);
            if (refusals.Count == 0)
            {
                var answer = await desk.StartAsync(new(county.Folder, definition.Id, subject, command.Cast, command.Lists, command.Content), new(unit, actor.Person), cancel);
                if (!answer.IsDone)
                    county.Refused("not-started", $"{definition.Id}/{subject}", answer.Refusals);
                return;
            }

            first = first.Count == 0 ? refusals : first;
        }

        county.Refused("not-started", $"{definition.Id}/{subject}", first.Count > 0 ? first : [new("nobody", definition.Id, new("没有单位可以启动", "no unit may start it"), new("指定单位", "name units"))]);
    }

    private IEnumerable<(string Unit, Starter.ByPerson Starter)> Starters(WorkflowDefinition definition, StartWish wish, string subject) =>
        from starter in definition.StartedBy.OfType<Starter.ByPerson>()
        from unit in wish.Unit is { } named ? [named] : county.Chance.Some(int.MaxValue, Units(starter.Owner), "starter", subject)
        select (unit, starter);

    private IReadOnlyList<string> Units(Owner owner) => owner switch
    {
        { Unit: { } unit } => [unit],
        { Role: { } role } => county.Holding(role),
        _ => county.TakingPart(),
    };

    /// <summary>A role that the pack gives to units is held by one of them, the starter if it is among them; one that is only ever cast goes to the starter when they lead, else to another.</summary>
    private Dictionary<string, IReadOnlyList<string>>? Cast(WorkflowDefinition definition, Starter.ByPerson starter, string unit, string subject) => definition.Casts.Count == 0 ? null : definition.Casts.ToDictionary(
        role => role, role => (IReadOnlyList<string>)(string.Equals(starter.Owner.Role, role, StringComparison.Ordinal) || county.Holding(role).Contains(unit, StringComparer.Ordinal) || role is "lead" ? [unit] : Others(role, unit, subject)), StringComparer.Ordinal);

    private IReadOnlyList<string> Others(string role, string unit, string subject)
    {
        var holders = county.Holding(role);
        return county.Chance.Some(1, (holders.Count > 0 ? holders : county.TakingPart()).Where(other => !string.Equals(other, unit, StringComparison.Ordinal)), "cast", role, subject);
    }

    private static string? Shown(WorkflowDefinition definition) => definition.Tests.Select(test => test.Content).FirstOrDefault(content => content is not null);
}
