using DoubleRandom.Core;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Something that waits for people, or waited.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Run">Number of the task within the instance.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="WorkflowName">Its name.</param>
/// <param name="Subject">What the instance is about.</param>
/// <param name="Step">Id of the step.</param>
/// <param name="StepName">Its name.</param>
/// <param name="Item">Path of the item; empty outside a for-each.</param>
/// <param name="Kind">task, decision, draw or publish.</param>
/// <param name="What">What is drawn or published; null for other kinds.</param>
/// <param name="Role">The role whose units own it; null when the units are known.</param>
/// <param name="Units">Ids of the units that own it; empty when whoever holds the role does.</param>
/// <param name="Function">The function that the person needs in the unit; null for anybody.</param>
/// <param name="People">Who may do it, by the names of the directory; at most 20, none when the directory knows nobody or the task is over.</param>
/// <param name="Person">Who has it in hand; null for nobody.</param>
/// <param name="Form">Id of the form; null when nothing is handed in.</param>
/// <param name="DueOn">Its due day; null for none.</param>
/// <param name="IsLate">Whether it is open and its due day has passed.</param>
/// <param name="OpenedAt">When it was opened (UTC).</param>
/// <param name="ClosedAt">When it was finished or taken away (UTC); null while it is open.</param>
public sealed record TaskView(
    long Instance, int Run, string Jurisdiction, string Workflow, Bilingual WorkflowName, string Subject, string Step, Bilingual StepName, string Item, string Kind, string? What, string? Role,
    IReadOnlyList<string> Units, string? Function, IReadOnlyList<string> People, string? Person, string? Form, DateOnly? DueOn, bool IsLate, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt)
{
    /// <summary>A line of a list of tasks.</summary>
    public static TaskView Of(TaskLine line) => new(
        line.Row.Instance, line.Row.Run, line.Row.Jurisdiction, line.Row.Workflow, line.Workflow, line.Row.Subject, line.Row.Step, line.Step, line.Row.Item, line.Row.Kind, line.Row.What,
        line.Row.Role, line.Row.Units, line.Row.Function, line.People, line.Row.Person, line.Row.Form, line.Row.DueOn, line.IsLate, line.Row.OpenedAt, line.Row.ClosedAt);
}

/// <summary>Tasks, those due first at the top.</summary>
/// <param name="Offset">How many were left out before this page.</param>
/// <param name="Items">The page.</param>
/// <param name="NextOffset">Ask with this offset for the next page; null when there may be none.</param>
public sealed record TaskPage(int Offset, IReadOnlyList<TaskView> Items, int? NextOffset);

/// <summary>A task with everything that is needed to do it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Version">The instance's version: the next command says that it has seen this one.</param>
/// <param name="Outcomes">The outcomes to choose from; none for a draw or publication.</param>
/// <param name="Sets">Lists that completing it may set.</param>
/// <param name="Form">The form to fill in; null for none.</param>
/// <param name="Content">What was handed in; null while it is open, and when nothing was.</param>
/// <param name="Outcome">The outcome; null while it is open.</param>
/// <param name="By">Who finished it or took it away; null while it is open.</param>
/// <param name="Files">The files on it.</param>
public sealed record TaskDetailView(
    TaskView Task, long Version, IReadOnlyList<OutcomeView> Outcomes, IReadOnlyList<string> Sets, FormView? Form, System.Text.Json.JsonElement? Content, string? Outcome, string? By,
    IReadOnlyList<WorkflowFileView> Files)
{
    /// <summary>A task of an instance; null when it has none of that number.</summary>
    public static TaskDetailView? Of(InstanceDetail detail, int run)
    {
        if (detail.Tasks.FirstOrDefault(task => task.Row.Run == run) is not { } line)
            return null;
        var (known, step) = (detail.State.Runs.GetValueOrDefault(run), detail.Definition.Step(line.Row.Step));
        var form = line.Row.Form is { } id ? detail.Pack.Forms.GetValueOrDefault(id) : null;
        return new(
            TaskView.Of(line), detail.State.Version, line.Row.Kind is "draw" or "publish" ? [] : [.. (step?.Ways ?? []).Select(OutcomeView.Of)], step?.Sets ?? [],
            form is null ? null : FormView.Of(form), known?.Content is { } content ? System.Text.Json.JsonElement.Parse(content) : null, known?.Outcome, known?.By,
            [.. detail.Files.Where(file => file.Run == run).Select(WorkflowFileView.Of)]);
    }
}
