using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>What may be done beside the steps, as far as the definition provides for it.</summary>
internal sealed class Acting(Course course, Flow flow)
{
    private readonly Rights _rights = new(course, flow);
    private readonly Working _working = new(course, flow);

    public void Take(WorkflowCommand command)
    {
        switch (command)
        {
            case WorkflowCommand.Reassign hand when _working.Find(hand.Run, hand) is ({ } run, { } step):
                Perform(Allowed(ActionKind.Reassign, step.Id, run.Frame), hand.Reason, () => Reassign(hand, run, step));
                break;
            case WorkflowCommand.Postpone postpone when _working.Find(postpone.Run, postpone) is ({ } run, { } step):
                Perform(Allowed(ActionKind.Postpone, step.Id, run.Frame), postpone.Reason, () => Postpone(postpone, run, step));
                break;
            case WorkflowCommand.CancelBranch cancel when _working.Find(cancel.Run, cancel) is ({ } run, { } step):
                Perform(Allowed(ActionKind.CancelBranch, step.Id, run.Frame), cancel.Reason, () => CancelBranch(cancel, run));
                break;
            case WorkflowCommand.Cancel cancel when course.Context.Actor.IsEngine:
                Revoke(cancel);
                break;
            case WorkflowCommand.Cancel cancel when IsRunning() && IsFresh(cancel):
                Perform(Allowed(ActionKind.Cancel, null, 0), cancel.Reason, () => Cancel(cancel));
                break;
            case WorkflowCommand.Add add when Batch(add) is ({ } batch, { } each):
                Perform(Allowed(ActionKind.Add, each.Id, batch.Parent), add.Reason, () => Add(add, batch, each));
                break;
            case WorkflowCommand.Act act when Named(act) is { } action:
                Act(act, action);
                break;
        }
    }

    private void Reassign(WorkflowCommand.Reassign command, StepRun run, Step step)
    {
        course.RefuseIf(string.IsNullOrWhiteSpace(command.Unit), () => WorkflowRefusals.NoUnit(step));
        if (course.IsRefused)
            return;
        course.Note(new JournalEntry.Handed(run.Number, command.Unit, command.Reason));
        var handed = course.Ledger.Run(run.Number);
        if (Openings.IsShown(step))
            flow.Openings.Show(handed, step);
        if (handed.DueOn is { } dueOn)
            flow.Openings.Deadline(handed, step, flow.Openings.Granted(handed, step, dueOn));
    }

    private void Postpone(WorkflowCommand.Postpone command, StepRun run, Step step)
    {
        course.RefuseIf(run.DueOn is null || command.To <= run.DueOn, () => WorkflowRefusals.NotLater(run, step));
        if (course.IsRefused)
            return;
        course.Note(new JournalEntry.Dated(run.Number, command.To, run.WakesOn, command.Reason));
        flow.Openings.Deadline(course.Ledger.Run(run.Number), step, flow.Openings.Granted(run, step, command.To));
        if (Openings.IsShown(step))
            flow.Openings.Show(course.Ledger.Run(run.Number), step);
    }

    private void CancelBranch(WorkflowCommand.CancelBranch command, StepRun run)
    {
        flow.Gatherings.Take(run, command.Reason);
        flow.Gatherings.Settle(run.Frame);
    }

    private void Cancel(WorkflowCommand.Cancel command)
    {
        flow.Gatherings.Empty(0, command.Reason);
        course.Note(new JournalEntry.Ended(null, command.Reason));
    }

    /// <summary>Whoever called this workflow wants it no longer: the caller's definition provides for it, not this one.</summary>
    private void Revoke(WorkflowCommand.Cancel command)
    {
        course.Refuse(Handed.Reason(command.Reason, course.Definition.Id));
        if (IsRunning())
            Cancel(command);
    }

    private void Add(WorkflowCommand.Add command, Frame batch, Step.ForEach each)
    {
        var known = course.Ledger.Frame(batch.Number).Frames.Select(child => course.Ledger.Frame(child).Path).ToHashSet(StringComparer.Ordinal);
        course.Refuse(Handed.Items(each.Over ?? each.Id, command.Items));
        course.Refuse(command.Items.Where(item => known.Contains(batch.Path.Length == 0 ? item : $"{batch.Path}/{item}")).Select(item => HandedRefusals.DoubledItem(each.Over ?? each.Id, item)));
        if (!course.IsRefused)
            flow.Gatherings.Add(each, batch.Number, command.Items);
    }

    private void Act(WorkflowCommand.Act command, WorkflowAction action)
    {
        var isEnded = course.Ledger.Status == InstanceStatus.Ended;
        course.RefuseIf(action.Kind == ActionKind.Correct && !isEnded, () => WorkflowRefusals.NotEnded(action));
        if (action.Kind == ActionKind.Adjust)
            IsRunning();
        course.RefuseIf(action.Kind is not ActionKind.Adjust and not ActionKind.Correct, () => WorkflowRefusals.OtherCommand(action));
        course.RefuseIf(!_rights.Holds(action.Owner, 0), () => WorkflowRefusals.NotYours(action.Id, action.Name, course.Context.Named(action.Owner)));
        course.Refuse(Handed.Content(course, action.Form, command.Content, 0, action.Id));
        course.Refuse(FormDate.Ahead(course.Context, action.Form, command.Content, action.RaisedOn));
        course.Refuse(Handed.Lists(command.Lists, action.Sets));
        if (IsFresh(command))
            Perform(action, command.Reason, () => Handed.Set(course, command.Lists), command.Content);
    }

    /// <summary>Does it, notes it, raises its events and begins what goes with it; nothing of that once anything is against it.</summary>
    private void Perform(WorkflowAction? action, string reason, Action perform, string? content = null)
    {
        course.Refuse(Handed.Reason(reason, action?.Id ?? ""));
        if (action is null || course.IsRefused)
            return;
        var to = action.Kind == ActionKind.Cancel ? null : action.To;
        course.Note(new JournalEntry.Acted(action.Id, reason, content, to));
        perform();
        if (course.IsRefused)
            return;
        flow.Raise(action.Raises, 0, name => FormDate.Of(content, action.RaisedOn.GetValueOrDefault(name)));
        if (to is not null)
            flow.Go(to, 0);
    }

    /// <summary>The first action of the kind that the actor may do to the step.</summary>
    private WorkflowAction? Allowed(ActionKind kind, string? step, int frame)
    {
        var provided = course.Definition.ActionsOf(kind).Where(action => action.Steps.Count == 0 || (step is not null && action.Steps.Contains(step, StringComparer.Ordinal))).ToArray();
        var allowed = Array.Find(provided, action => _rights.Holds(action.Owner, frame));
        course.RefuseIf(provided.Length == 0, () => WorkflowRefusals.NotProvided(kind, course.Definition, step));
        if (provided.Length > 0 && allowed is null)
            course.Refuse(WorkflowRefusals.NotYours(provided[0].Id, provided[0].Name, course.Context.Named(provided[0].Owner)));
        return allowed;
    }

    private WorkflowAction? Named(WorkflowCommand.Act command)
    {
        var action = course.Definition.Actions.FirstOrDefault(a => string.Equals(a.Id, command.Action, StringComparison.Ordinal));
        course.RefuseIf(action is null, () => WorkflowRefusals.NoAction(command.Action, course.Definition));
        return action;
    }

    private (Frame? Batch, Step.ForEach? Each) Batch(WorkflowCommand.Add command)
    {
        var batch = course.Ledger.FrameOrNull(command.Frame);
        if (batch is { Kind: FrameKind.Batch, IsClosed: false } && course.Definition.Step(batch.Step) is Step.ForEach each)
            return (batch, each);
        course.Refuse(WorkflowRefusals.NoBatch(command.Frame));
        return (null, null);
    }

    private bool IsRunning()
    {
        course.RefuseIf(course.Ledger.Status != InstanceStatus.Running, () => WorkflowRefusals.NotRunning(course.Before));
        return !course.IsRefused;
    }

    private bool IsFresh(WorkflowCommand command)
    {
        course.RefuseIf(command.Version < course.Before.Version, () => WorkflowRefusals.Stale(course.Before.Id, command.Version, course.Before.Version));
        return !course.IsRefused;
    }
}
