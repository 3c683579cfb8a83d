using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>Makes the rows of what waits for people.</summary>
internal static class WorkflowTasks
{
    /// <summary>The owner of a task of a role's units, as tasks are found by it.</summary>
    public static string OfRole(string role) => $"role:{role}";

    /// <summary>The owner of a task of a known unit, as tasks are found by it.</summary>
    public static string OfUnit(string unit) => $"unit:{unit}";

    /// <summary>Shows a task, or shows it anew.</summary>
    public static void Show(CommandChain chain, Handling handling, Effect.OpenTask open)
    {
        var (kind, what) = handling.Definition.Step(open.Step) switch
        {
            Step.Draw draw => ("draw", draw.What),
            Step.Publish publish => ("publish", publish.What),
            Step.Decision => ("decision", null),
            _ => ("task", (string?)null),
        };
        handling.Show(Row(chain, handling, open, kind, what), Parties(chain, open.Assignment));
    }

    /// <summary>A draw or publication that belongs to nobody is reported by the office.</summary>
    public static void Ask(CommandChain chain, Handling handling, Effect effect)
    {
        var (run, item, kind, what) = effect switch
        {
            Effect.RequestDraw draw => (draw.Run, draw.Item, "draw", draw.What),
            Effect.Publish publish => (publish.Run, publish.Item, "publish", publish.What),
            _ => throw new InvalidOperationException($"{effect.GetType().Name} is no task."),
        };
        var opened = handling.State.Runs[run];
        if (handling.Definition.Step(opened.Step)?.Owner is not null)
            return; // It is shown to its owner already.
        var office = new Assignment(null, [chain.Running.Jurisdiction.OfficeUnit], null, null);
        handling.Show(Row(chain, handling, new(run, opened.Step, item, office, null, opened.DueOn), kind, what), office.Units);
    }

    private static IEnumerable<string> Parties(CommandChain chain, Assignment assignment) => assignment.Units.Count > 0
        ? assignment.Units
        : chain.Running.Units.Where(unit => assignment.Role is { } role && unit.Holds(role, chain.Today)).Select(unit => unit.Id);

    private static TaskRow Row(CommandChain chain, Handling handling, Effect.OpenTask open, string kind, string? what) => new()
    {
        Instance = handling.Id,
        Run = open.Run,
        Jurisdiction = handling.Row.Jurisdiction,
        Workflow = handling.Definition.Id,
        Subject = handling.State.Subject,
        Step = open.Step,
        Item = open.Item,
        Kind = kind,
        What = what,
        Role = open.Assignment.Role,
        Units = [.. open.Assignment.Units],
        Owners = open.Assignment.Units.Count > 0 ? [.. open.Assignment.Units.Select(OfUnit)] : open.Assignment.Role is { } role ? [OfRole(role)] : [],
        Function = open.Assignment.Function,
        Person = open.Assignment.Person,
        Form = open.Form,
        DueOn = open.DueOn,
        OpenedAt = chain.Now,
    };
}
