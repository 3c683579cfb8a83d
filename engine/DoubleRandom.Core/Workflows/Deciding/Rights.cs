using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Who may do what.</summary>
internal sealed class Rights(Course course, Flow flow)
{
    private Actor Actor => course.Context.Actor;

    /// <summary>Why the actor may not work on an open step; null when they may.</summary>
    public Refusal? AgainstWorking(StepRun run, Step step)
    {
        if (run.Person is { } person && !string.Equals(person, Actor.Person, StringComparison.Ordinal))
            return WorkflowRefusals.InOtherHands(run, step, person);
        if (run.Person is not null && run.IsDelegated)
            return null;
        if (run.Unit is { } unit)
            return string.Equals(unit, Actor.Unit, StringComparison.Ordinal) && HasFunction(step.Owner) ? null : WorkflowRefusals.NotYours(step.Id, step.Name, course.Context.Named(new(null, unit, null, false, step.Owner?.Function)));
        return step.Owner is { } owner && Holds(owner, run.Frame) ? null : WorkflowRefusals.NotYours(step.Id, step.Name, course.Context.Named(step.Owner));
    }

    /// <summary>Why a step of a group may not be taken in hand: another of the group is; null when it may.</summary>
    public Refusal? AgainstGroup(StepRun run, Step step)
    {
        if (step.OneAtATime is not { } group)
            return null;
        var region = course.Ledger.Region(run.Frame);
        var other = OpenIn(region).FirstOrDefault(open =>
            open.Number != run.Number && open.Person is not null && string.Equals(course.Definition.Step(open.Step)?.OneAtATime, group, StringComparison.Ordinal));
        return other is null ? null : WorkflowRefusals.OneAtATime(step, course.Definition.Step(other.Step)!);
    }

    /// <summary>Whether the actor belongs to the owner.</summary>
    public bool Holds(Owner owner, int frame)
    {
        if (Actor.IsEngine || !HasFunction(owner))
            return false;
        var units = flow.Openings.UnitsOf(owner, frame);
        return units.Count > 0 ? units.Contains(Actor.Unit, StringComparer.Ordinal) : owner.Role is { } role && Actor.Roles.Contains(role, StringComparer.Ordinal);
    }

    private bool HasFunction(Owner? owner) => owner?.Function is not { } function || Actor.Functions.Contains(function, StringComparer.Ordinal);

    private IEnumerable<StepRun> OpenIn(int frame) => course.Ledger.Frame(frame).Runs.Select(course.Ledger.Run)
        .Concat(course.Ledger.Frame(frame).Frames.Where(child => course.Ledger.Frame(child).Kind == FrameKind.Split).SelectMany(OpenIn));
}
