using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Time;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>What follows once every department has answered: the joint result, and the workflow's next move.</summary>
internal static class Progress
{
    /// <summary>The event that a corrected result tells, so that the duty to publish begins again.</summary>
    private const string Updated = "result.updated";

    /// <summary>The fact that a task's results were entered.</summary>
    private const string Completed = "task.completedOn";

    /// <summary>Carries on.</summary>
    /// <returns>Why all of it must be undone; and why the workflow stays where it is, which undoes nothing.</returns>
    public static async Task<(IReadOnlyList<Refusal> Broken, IReadOnlyList<Refusal> NotFinished)> OfAsync(InspectionAtHand at)
    {
        var answers = await at.AnswersAsync();
        var zone = JurisdictionZone.Of(at.Pack.Jurisdiction.TimeZone);
        if (JointResult.Of(at.Departments, answers.Records, zone.DayOf) is not { } joint)
            return ([], []);
        var isNew = await ResultAsync(at, answers, joint);
        var visit = at.Handling.State.Runs[at.Row.Run];
        if (visit.State == RunState.Open)
            return await GiveAsync(at, await CompletionAsync(at, answers, joint, visit), visit.Unit ?? at.Row.Lead);
        return isNew && at.Row.Result > 0 && Correction(at, joint) is { } act ? await GiveAsync(at, act, at.Row.Lead) : ([], []);
    }

    /// <summary>Keeps a joint result that says something new.</summary>
    private static async Task<bool> ResultAsync(InspectionAtHand at, Answers answers, JointResult joint)
    {
        var content = InspectionJson.Write(joint);
        var before = (await InspectionQueries.ResultsAsync(at.Chain.Connection, at.Key.Instance, at.Key.Target, at.Chain.Cancel)).LastOrDefault();
        if (before is not null && string.Equals(InspectionJson.Write(InspectionJson.Read<JointResult>(before.Content)), content, StringComparison.Ordinal))
            return false;
        var latest = answers.Newest.Values.MaxBy(row => (row.RecordedAt, row.Department));
        var reason = before is null ? null : latest?.Reason ?? "部门补报检查记录";
        await InspectionTable.ResultAsync(at.Chain.Connection, at.Key.Instance, new(at.Key.Target, at.Row.Result + 1, content, joint.Category, joint.InspectedOn, reason, at.Chain.Now), at.Chain.Cancel);
        if (at.Row.State is "open")
            await InspectionTable.StateAsync(at.Chain.Connection, at.Key, "answered", null, at.Chain.Cancel);
        return true;
    }

    private static async Task<WorkflowCommand> CompletionAsync(InspectionAtHand at, Answers answers, JointResult joint, StepRun visit)
    {
        string[] ids = [.. answers.Records.Values.SelectMany(record => record.Inspectors ?? []).Distinct(StringComparer.Ordinal)];
        var known = await InspectionQueries.InspectorsAsync(at.Chain.Connection, at.Row.Jurisdiction, ids, at.Chain.Cancel);
        var content = RecordForm.Compose(at.Form, joint, answers.Records, at.Pack, id => known.TryGetValue(id, out var row) && JsonElement.Parse(row).TryGetProperty("personName", out var name) ? name.GetString() ?? id : id);
        return new WorkflowCommand.Complete(visit.Number, at.Handling.Definition.Step(visit.Step)!.Ways[0].Id, content) { Version = at.Handling.State.Version };
    }

    /// <summary>The workflow's own way of correcting a result that was entered already; null where it has none, or the results are still to be entered.</summary>
    private static WorkflowCommand? Correction(InspectionAtHand at, JointResult joint)
    {
        var (definition, state) = (at.Handling.Definition, at.Handling.State);
        if (!state.Runs.Values.Any(run => run.State == RunState.Done && VisitSteps.FieldOf(definition.Step(run.Step), Completed, at.Pack) is not null))
            return null;
        var kind = state.Status == InstanceStatus.Running ? ActionKind.Adjust : ActionKind.Correct;
        if (definition.ActionsOf(kind).FirstOrDefault(action => action.Raises.Contains(Updated, StringComparer.Ordinal)) is not { } action)
            return null;
        var words = $"{at.Row.Name ?? at.Key.Target}：检查结果更正为“{ResultCategory.Of(joint.Category).Name.Zh}”";
        var content = action.Form is null ? null : JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["content"] = words, ["new-value"] = joint.Category });
        return new WorkflowCommand.Act(action.Id, words, content) { Version = state.Version };
    }

    /// <summary>Tries the move before it is made: where the workflow does not take it, the departments' record stands and people finish the task.</summary>
    private static async Task<(IReadOnlyList<Refusal> Broken, IReadOnlyList<Refusal> NotFinished)> GiveAsync(InspectionAtHand at, WorkflowCommand command, string unit)
    {
        var actor = at.Lead(unit);
        // A task that somebody has in hand is theirs to finish, and they may be the one who has just answered.
        if (command is WorkflowCommand.Complete complete && at.Handling.State.Runs[complete.Run].Person is { } holder && string.Equals(holder, at.Person.Name, StringComparison.Ordinal))
            actor = actor with { Person = holder };
        var tried = Workflow.Decide(at.Handling.Definition, at.Handling.State, command, at.Chain.Context(at.Handling, actor));
        if (tried.Refusals.Count > 0)
            return ([], tried.Refusals);
        at.Chain.Add(new(at.Key.Instance, _ => command, actor, 0, at.Handling.Definition.Id));
        return (await at.Chain.RunAsync(), []);
    }
}
