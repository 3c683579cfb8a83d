using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Every name in a definition means something.</summary>
internal static class NameChecks
{
    public static IEnumerable<Diagnostic> Of(WorkflowDefinition definition, WorkflowSurroundings around)
    {
        var steps = definition.Steps.Select(step => step.Id).ToArray();
        var names = Around(around, steps, Lists(definition));
        return
        [
            .. Used(definition).Where(use => use.Name is not null && !names[use.Kind].Contains(use.Name)).Select(use => WorkflowFaults.Unknown(use.Place, use.Kind, use.Name!, names[use.Kind])),
            .. definition.Steps.SelectMany(step => Dating(step, around)),
            .. definition.Actions.SelectMany(action => Dating(action.RaisedOn, action.Raises, action.Form, action.Place, around)),
            .. definition.Steps.SelectMany(step => step.Ways.Select(way => way.OnDate).Append(step.Due)).Append(definition.Due).OfType<Due>().SelectMany(due => Field(definition, due, around)),
        ];
    }

    /// <summary>A date that is filled in is a date of the form of a step before.</summary>
    private static IEnumerable<Diagnostic> Field(WorkflowDefinition definition, Due due, WorkflowSurroundings around)
    {
        if (due.Field is not { } field || definition.Step(field.Step) is not { } step)
            return [];
        var dates = DatesOf(step.Form, around) ?? [field.Name];
        return dates.Contains(field.Name, StringComparer.Ordinal) ? [] : [WorkflowFaults.Unknown(due.Place, "field", field.Name, dates)];
    }

    /// <summary>What dates an event is a date of the step's own form, and the event one that is raised.</summary>
    private static IEnumerable<Diagnostic> Dating(Step step, WorkflowSurroundings around) =>
        Dating(step.RaisedOn, step.Raises, step.Form, step.Place, around).Concat(step.Ways.SelectMany(way => Dating(way.RaisedOn, way.Raises, step.Form, way.Place, around)));

    private static IEnumerable<Diagnostic> Dating(IReadOnlyDictionary<string, string> raisedOn, IReadOnlyList<string> raised, string? form, Place place, WorkflowSurroundings around)
    {
        foreach (var (name, field) in raisedOn)
        {
            if (!raised.Contains(name, StringComparer.Ordinal))
                yield return WorkflowFaults.Unknown(place, "event", name, raised);
            if (DatesOf(form, around) is { } dates && !dates.Contains(field, StringComparer.Ordinal))
                yield return WorkflowFaults.Unknown(place, "field", field, dates);
        }
    }

    /// <summary>The dates that a form asks for; null when the form is not known.</summary>
    private static IReadOnlyList<string>? DatesOf(string? form, WorkflowSurroundings around) => form is null ? [] : around.DateFields.GetValueOrDefault(form);

    private static Dictionary<string, IReadOnlySet<string>> Around(WorkflowSurroundings around, IEnumerable<string> steps, IEnumerable<string> lists) => new(StringComparer.Ordinal)
    {
        ["step"] = Set(steps),
        ["list"] = Set(lists.Concat(around.Roles.Keys)),
        ["role"] = Set(around.Roles.Keys),
        ["unit"] = Set(around.Units),
        ["form"] = Set(around.Forms),
        ["event"] = Set(around.Events.Append(Model.Due.Opening)),
        ["ladder"] = Set(around.Ladders),
        ["template"] = Set(around.Templates),
        ["rule set"] = Set(around.RuleSets.Keys),
        ["draw"] = Set(around.Draws),
        ["workflow"] = Set(around.Workflows.Keys.Concat(around.Broken)),
    };

    /// <summary>The lists that something fills: the start, a step, a draw, an action.</summary>
    private static IEnumerable<string> Lists(WorkflowDefinition definition) => definition.Takes
        .Concat(definition.Steps.SelectMany(step => step.Sets))
        .Concat(definition.Steps.OfType<Step.Draw>().Select(draw => draw.Into).OfType<string>())
        .Concat(definition.Actions.SelectMany(action => action.Sets));

    private static IEnumerable<(Place Place, string Kind, string? Name)> Used(WorkflowDefinition definition) =>
    [
        (definition.Place, "step", definition.First.Length == 0 ? null : definition.First),
        .. definition.Casts.Select(role => (definition.Place, "role", (string?)role)),
        .. Due(definition.Due),
        .. definition.StartedBy.SelectMany(Starter),
        .. definition.Steps.SelectMany(OfStep),
        .. definition.Actions.SelectMany(Action),
    ];

    private static IEnumerable<(Place, string, string?)> Starter(Starter starter) => starter switch
    {
        Starter.ByPerson person => Owner(person.Owner, starter.Place),
        Starter.ByDate date => Due(date.When),
        Starter.ByEvent e => [(starter.Place, "event", e.Event)],
        Starter.ByWorkflow workflow => [(starter.Place, "workflow", workflow.Workflow)],
        _ => [],
    };

    private static IEnumerable<(Place, string, string?)> OfStep(Step step) =>
    [
        .. Owner(step.Owner, step.Place),
        (step.Place, "form", step.Form),
        (step.Place, "ladder", step.Ladder),
        .. Due(step.Due),
        .. step.Raises.Select(name => (step.Place, "event", (string?)name)),
        .. step.Guards.SelectMany(Guard),
        .. step.Ways.SelectMany(Way),
        .. Own(step),
    ];

    private static IEnumerable<(Place, string, string?)> Own(Step step) => step switch
    {
        Step.Task task => [(step.Place, "rule set", task.Suggest)],
        Step.Decision decision => [(step.Place, "rule set", decision.RuleSet)],
        Step.Notify notify => [(step.Place, "template", notify.Template), .. notify.Audience.Where(to => to.Contains(':', StringComparison.Ordinal)).Select(to => (step.Place, to[..to.IndexOf(':', StringComparison.Ordinal)], (string?)to[(to.IndexOf(':', StringComparison.Ordinal) + 1)..]))],
        Step.ForEach each => [(step.Place, "list", each.Over), (step.Place, "step", each.Do)],
        Step.Draw draw => [(step.Place, "draw", draw.Scheme)],
        Step.Call call => [(step.Place, "workflow", call.Workflow)],
        Step.Join join => [(step.Place, "step", join.Of)],
        _ => [],
    };

    private static IEnumerable<(Place, string, string?)> Way(Way way) =>
    [
        (way.Place, "step", way.To),
        .. way.Raises.Concat(way.OnEvents).Select(name => (way.Place, "event", (string?)name)),
        .. Due(way.OnDate),
        .. way.Guards.SelectMany(Guard),
    ];

    private static IEnumerable<(Place, string, string?)> Action(WorkflowAction action) =>
    [
        .. Owner(action.Owner, action.Place),
        (action.Place, "form", action.Form),
        (action.Place, "step", action.To),
        .. action.Steps.Select(step => (action.Place, "step", (string?)step)),
        .. action.Raises.Select(name => (action.Place, "event", (string?)name)),
    ];

    private static IEnumerable<(Place, string, string?)> Guard(Guard guard) => guard switch
    {
        Guard.Rules rules => [(guard.Place, "rule set", rules.RuleSet)],
        Guard.Done done => [(guard.Place, "step", done.Step)],
        Guard.Open open => [(guard.Place, "step", open.Step)],
        Guard.Happened happened => [(guard.Place, "event", happened.Event)],
        _ => [],
    };

    private static IEnumerable<(Place, string, string?)> Owner(Owner? owner, Place place) => [(place, "role", owner?.Role), (place, "unit", owner?.Unit), (place, "list", owner?.ItemOf)];

    private static IEnumerable<(Place, string, string?)> Due(Due? due) =>
        due is null ? [] : [(due.Place, "step", due.Field?.Step), .. due.When.Entries.SelectMany(entry => entry.Value.Events).Select(name => (due.Place, "event", (string?)name))];

    private static HashSet<string> Set(IEnumerable<string> names) => names.ToHashSet(StringComparer.Ordinal);
}
