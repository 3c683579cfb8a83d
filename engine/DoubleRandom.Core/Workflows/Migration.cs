using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>What a new version of a definition means for one running instance.</summary>
public enum MigrationChoice
{
    /// <summary>It stays as it is: it is over, or the version does not concern it.</summary>
    Keep,

    /// <summary>It can go over: every open step has its counterpart.</summary>
    Move,

    /// <summary>It cannot go over by itself and stays on its version until somebody decides.</summary>
    Hold,
}

/// <summary>One line of a migration plan.</summary>
/// <param name="Instance">Id of the instance.</param>
/// <param name="Choice">What becomes of it.</param>
/// <param name="Steps">New ids of steps by their old ones, as far as they change.</param>
/// <param name="Reasons">Why; every reason, for what is held.</param>
public sealed record MigrationLine(string Instance, MigrationChoice Choice, IReadOnlyDictionary<string, string> Steps, IReadOnlyList<Bilingual> Reasons);

/// <summary>Takes running instances over to a new version of their definition: only where somebody asks, and never so that a finished step runs again.</summary>
public static class Migration
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <summary>What becomes of each instance.</summary>
    /// <param name="old">The version that the instances run on.</param>
    /// <param name="next">The new version.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="mapping">New ids of steps by their old ones; null for a step that is gone. A step that is not named keeps its id.</param>
    public static IReadOnlyList<MigrationLine> Plan(
        WorkflowDefinition old, WorkflowDefinition next, IEnumerable<WorkflowInstance> instances, IReadOnlyDictionary<string, string?> mapping)
    {
        var counterparts = new Counterparts(old, next, mapping);
        return [.. instances.Select(instance => Line(instance, old, next, counterparts))];
    }

    /// <summary>Moves one instance: the entry and the effects, or the reasons against it.</summary>
    /// <param name="old">The version that the instance runs on.</param>
    /// <param name="next">The new version.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="mapping">As for the plan.</param>
    /// <param name="context">The instant and who moves it.</param>
    public static Transition Move(
        WorkflowDefinition old, WorkflowDefinition next, WorkflowInstance instance, IReadOnlyDictionary<string, string?> mapping, DecideContext context)
    {
        var course = new Course(next, instance, context);
        var line = Plan(old, next, [instance], mapping)[0];
        if (line.Choice == MigrationChoice.Move)
            Move(course, instance, old, line);
        else
            course.Refuse(line.Reasons.Select(reason => MigrationWords.Refused(instance.Id, reason)));
        return course.Transition();
    }

    private static MigrationLine Line(WorkflowInstance instance, WorkflowDefinition old, WorkflowDefinition next, Counterparts counterparts)
    {
        if (instance.Status != InstanceStatus.Running)
            return Keep(instance, MigrationWords.Over);
        if (string.Equals(instance.DefinitionVersion, next.Version, StringComparison.Ordinal))
            return Keep(instance, MigrationWords.AlreadyThere);
        if (!string.Equals(instance.Definition, old.Id, StringComparison.Ordinal) || !string.Equals(instance.DefinitionVersion, old.Version, StringComparison.Ordinal))
            return Keep(instance, MigrationWords.OtherVersion);
        var against = counterparts.Against(instance).Distinct().ToArray();
        return against.Length > 0
            ? new(instance.Id, MigrationChoice.Hold, counterparts.Renamed, against)
            : new(instance.Id, MigrationChoice.Move, counterparts.Renamed, [MigrationWords.Fits]);
    }

    private static MigrationLine Keep(WorkflowInstance instance, Bilingual reason) => new(instance.Id, MigrationChoice.Keep, Nothing, [reason]);

    /// <summary>What is open is shown anew where owner, form or name of the step changed; due days follow the new rules, unless somebody postponed them.</summary>
    private static void Move(Course course, WorkflowInstance instance, WorkflowDefinition old, MigrationLine line)
    {
        var flow = new Flow(course);
        course.Note(new JournalEntry.Moved(course.Definition.Version, line.Steps));
        foreach (var before in instance.OpenRuns)
        {
            var run = course.Ledger.Run(before.Number);
            if (course.Definition.Step(run.Step) is not { } step || old.Step(before.Step) is not { } was)
                continue;
            var isSame = Equals(step.Owner, was.Owner) && string.Equals(step.Form, was.Form, StringComparison.Ordinal) && string.Equals(step.Id, was.Id, StringComparison.Ordinal);
            if (Openings.IsShown(step) && !isSame)
                flow.Openings.Show(run, step);
            else if (Openings.IsShown(was) && !Openings.IsShown(step))
                course.Carry(new Effect.CloseTask(run.Number));
            // The deadline stands under the step's name and belongs to its owner, though its day be the same.
            if (run.DueOn is { } dueOn && (!isSame || !string.Equals(step.Ladder, was.Ladder, StringComparison.Ordinal)))
                flow.Openings.Deadline(run, step, flow.Openings.Granted(run, step, dueOn));
        }

        flow.Openings.DateAgain();
    }
}
