using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Work on open steps by those whose they are: claim, delegate, complete, remark, attach.</summary>
internal sealed class Working(Course course, Flow flow)
{
    private const int MostAttachments = 100;
    private readonly Rights _rights = new(course, flow);

    public void Take(WorkflowCommand command)
    {
        switch (command)
        {
            case WorkflowCommand.Complete complete when Find(complete.Run, complete) is ({ } run, { } step):
                Complete(complete, run, step);
                break;
            case WorkflowCommand.Claim claim when Find(claim.Run, claim) is ({ } run, { } step) && MayWork(run, step):
                Hold(run, step, course.Context.Actor.Person, false, null);
                break;
            case WorkflowCommand.Release release when Find(release.Run, release) is ({ } run, { } step) && MayWork(run, step):
                course.RefuseIf(run.Person is null, () => WorkflowRefusals.NotClaimed(run, step));
                if (!course.IsRefused)
                    Hold(run, step, null, false, null);
                break;
            case WorkflowCommand.Delegate give when Find(give.Run, give) is ({ } run, { } step) && MayWork(run, step):
                course.RefuseIf(string.IsNullOrWhiteSpace(give.Person), () => WorkflowRefusals.NoPerson(step));
                course.Refuse(Handed.Reason(give.Reason, step.Id));
                if (!course.IsRefused)
                    Hold(run, step, give.Person, true, give.Reason);
                break;
            case WorkflowCommand.Attach attach when Find(attach.Run, attach) is ({ } run, { } step) && MayWork(run, step):
                Attach(attach, run, step);
                break;
            case WorkflowCommand.Comment comment:
                Comment(comment);
                break;
        }
    }

    /// <summary>The open run that a command is about, unless it is over or has changed since the giver saw it.</summary>
    public (StepRun? Run, Step? Step) Find(int number, WorkflowCommand command)
    {
        var run = course.Ledger.RunOrNull(number);
        var step = run is null ? null : course.Definition.Step(run.Step);
        if (run is null)
            course.Refuse(WorkflowRefusals.NoRun(number));
        else if (step is null)
            course.Refuse(WorkflowRefusals.NoStep(run.Step));
        else if (run.State != RunState.Open)
            course.Refuse(WorkflowRefusals.Over(run, step));
        else if (command.Version < run.ChangedAt)
            course.Refuse(WorkflowRefusals.Stale(run.Step, command.Version, run.ChangedAt));
        return course.IsRefused ? (null, null) : (run, step);
    }

    private bool MayWork(StepRun run, Step step)
    {
        if (_rights.AgainstWorking(run, step) is { } refusal)
            course.Refuse(refusal);
        return !course.IsRefused;
    }

    private void Hold(StepRun run, Step step, string? person, bool isDelegated, string? reason)
    {
        if (person is not null && _rights.AgainstGroup(run, step) is { } refusal)
        {
            course.Refuse(refusal);
            return;
        }

        course.Note(new JournalEntry.Held(run.Number, person, isDelegated, reason));
        flow.Openings.Show(course.Ledger.Run(run.Number), step);
    }

    private void Complete(WorkflowCommand.Complete command, StepRun run, Step step)
    {
        var isForPeople = step is Step.Task or Step.Decision;
        var way = step.Ways.FirstOrDefault(w => string.Equals(w.Id, command.Outcome, StringComparison.Ordinal));
        course.RefuseIf(!isForPeople, () => WorkflowRefusals.NotForPeople(step));
        if (isForPeople)
            MayWork(run, step);
        course.RefuseIf(isForPeople && way is null, () => WorkflowRefusals.UnknownOutcome(step, command.Outcome));
        course.RefuseIf(step.OneAtATime is not null && run.Person is null, () => WorkflowRefusals.ClaimFirst(step));
        if (way?.IsBack == true)
            course.Refuse(Handed.Reason(command.Reason, step.Id));
        course.Refuse(flow.Questions.Unmet(step.Guards.Concat(way?.Guards ?? []), step.Id, run.Frame, new(command.Content, command.Lists)));
        // What is sent back or refused need not be filled in; what goes forward must.
        if (way?.IsBack != true || command.Content is not null)
            course.Refuse(Handed.Content(course, step.Form, command.Content, run.Attachments, step.Id));
        course.Refuse(FormDate.Ahead(course.Context, step.Form, command.Content, step.RaisedOn.Concat(way?.RaisedOn ?? step.RaisedOn)));
        course.Refuse(Handed.Lists(command.Lists, step.Sets));
        if (course.IsRefused)
            return;
        Handed.Set(course, command.Lists);
        flow.Leave(run, step, way!, command.Content, command.Reason);
    }

    private void Attach(WorkflowCommand.Attach command, StepRun run, Step step)
    {
        var most = step.Form is { } form && course.Context.Forms.TryGetValue(form, out var known) ? known.MaxAttachments : MostAttachments;
        course.RefuseIf(run.Attachments >= most, () => HandedRefusals.TooManyAttachments(step, most));
        course.RefuseIf(string.IsNullOrWhiteSpace(command.Name) || command.Hash.Length != 64 || !command.Hash.All(char.IsAsciiHexDigitLower), () => HandedRefusals.BadAttachment(step));
        if (!course.IsRefused)
            course.Note(new JournalEntry.Attached(run.Number, command.Name, command.Hash));
    }

    /// <summary>A remark never gets stale and may be made on what is over, by anybody who is let in.</summary>
    private void Comment(WorkflowCommand.Comment command)
    {
        course.RefuseIf(command.Run is { } number && course.Ledger.RunOrNull(number) is null, () => WorkflowRefusals.NoRun(command.Run!.Value));
        course.Refuse(Handed.Reason(command.Text, "comment"));
        if (!course.IsRefused)
            course.Note(new JournalEntry.Commented(command.Run, command.Text));
    }
}
