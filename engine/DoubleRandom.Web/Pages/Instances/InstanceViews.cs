using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>All that the page of one instance shows.</summary>
/// <param name="Detail">The instance.</param>
/// <param name="Running">The pack that runs today: its units act.</param>
/// <param name="Open">The tasks that are due first.</param>
/// <param name="AllOpen">How many steps are open, listed or not.</param>
/// <param name="Waits">Open steps that are nobody's task: waits and called procedures.</param>
/// <param name="Chosen">The open step whose form is shown; null when nothing is open.</param>
/// <param name="Today">Today in the jurisdiction.</param>
/// <param name="Deed">What the reader just tried.</param>
/// <param name="Done">What was just done; empty for nothing.</param>
public sealed record InstanceView(
    InstanceDetail Detail, Pack Running, IReadOnlyList<TaskLine> Open, int AllOpen, IReadOnlyList<StepRun> Waits, ChosenStep? Chosen, DateOnly Today, Deed Deed, string Done)
{
    /// <summary>The definition.</summary>
    public WorkflowDefinition Definition => Detail.Definition;

    /// <summary>The row of the instance.</summary>
    public InstanceRow Row => Detail.Line.Row;

    /// <summary>What a step is called.</summary>
    public Bilingual StepName(string id) => Definition.Step(id)?.Name ?? new(id, id);
}

/// <summary>An open step whose form is shown.</summary>
/// <param name="Run">The opening.</param>
/// <param name="Step">The step.</param>
/// <param name="Task">The task that people see; null for waits and called procedures.</param>
/// <param name="People">Who may do it, as the directory names them.</param>
/// <param name="Form">What completing it hands in; null for nothing.</param>
/// <param name="Path">Path of the item; empty outside a for-each.</param>
public sealed record ChosenStep(StepRun Run, Step Step, TaskRow? Task, IReadOnlyList<string> People, Form? Form, string Path)
{
    /// <summary>Which units follow from the targets that were drawn; null when the step asks for nothing of the kind.</summary>
    public DrawnParticipants? Suggested { get; init; }

    /// <summary>Whether a unit owns the step: it decides who takes part beside itself.</summary>
    public bool IsOwner(string unit) => Task?.Units.Contains(unit, StringComparer.Ordinal) == true;

    /// <summary>The lists that the form begins with: what is suggested, and otherwise what they hold already.</summary>
    /// <param name="held">What the lists hold.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Begin(IReadOnlyDictionary<string, IReadOnlyList<string>> held)
    {
        if (Suggested is not { Units.Count: > 0 } || Step.Sets is not [var list])
            return held;
        return new Dictionary<string, IReadOnlyList<string>>(held, StringComparer.Ordinal) { [list] = [.. Suggested.Units.Where(unit => !IsOwner(unit))] };
    }
}

/// <summary>What a reader tried, so that a refusal stands beside what was entered and nothing is typed twice.</summary>
/// <param name="Place">The form that it was entered in: <c>task</c>, <c>remark</c>, or <c>act-</c> with the id of the action.</param>
/// <param name="Action">The command: <c>complete:approved</c>, <c>claim</c>, <c>cancel</c>…; empty for nothing.</param>
/// <param name="Run">Number of the open step; null for the whole.</param>
/// <param name="Unit">Id of the unit on whose behalf.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Texts">Other single texts, by the name of their input.</param>
/// <param name="Content">The fields of the form.</param>
/// <param name="Lists">Items by list.</param>
/// <param name="Refusals">Why it was not done.</param>
public sealed record Deed(
    string Place, string Action, int? Run, string Unit, string By, string Reason, IReadOnlyDictionary<string, string> Texts, JsonObject Content,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was tried.</summary>
    public static Deed None(string unit, string by) => new(
        "", "", null, unit, by, "", ReadOnlyDictionary<string, string>.Empty, [], ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty, []);

    /// <summary>The command without what follows its colon.</summary>
    public string Verb => Action.Split(':')[0];

    /// <summary>Whether it was entered in a form.</summary>
    public bool IsIn(string place) => string.Equals(Place, place, StringComparison.Ordinal);

    /// <summary>The refusals of a form; of another form there are none.</summary>
    public IReadOnlyList<Refusal> Of(string place) => IsIn(place) ? Refusals : [];

    /// <summary>The same when its remark has been written down.</summary>
    public Deed WithoutRemark() => this with { Texts = new Dictionary<string, string>(Texts, StringComparer.Ordinal) { ["remark"] = "" } };

    /// <summary>A text as it was entered in a form, otherwise nothing.</summary>
    public string Text(string place, string name) => IsIn(place) ? Texts.GetValueOrDefault(name) ?? "" : "";
}
