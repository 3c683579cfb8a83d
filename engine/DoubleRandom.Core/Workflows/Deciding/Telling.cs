using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>What the engine tells an instance: events, dates, draws, publications, ends of other workflows. Owners may report their own draw or publication.</summary>
internal sealed class Telling(Course course, Flow flow)
{
    private readonly Rights _rights = new(course, flow);
    private readonly Working _working = new(course, flow);

    public void Take(WorkflowCommand command)
    {
        course.RefuseIf(course.Ledger.Status != InstanceStatus.Running, () => WorkflowRefusals.NotRunning(course.Before));
        if (command is WorkflowCommand.Tell or WorkflowCommand.DayCame or WorkflowCommand.Redate or WorkflowCommand.ChildEnded)
            course.RefuseIf(!course.Context.Actor.IsEngine, () => WorkflowRefusals.EngineOnly(course.Definition));
        if (!course.IsRefused)
            Hear(command);
    }

    private void Hear(WorkflowCommand command)
    {
        switch (command)
        {
            case WorkflowCommand.Tell tell:
                flow.Hear(tell.Event, tell.On, tell.Item ?? "");
                break;
            case WorkflowCommand.DayCame:
                foreach (var run in course.Ledger.WakingBy(course.Context.Today))
                    flow.Wake(course.Ledger.Run(run));
                break;
            case WorkflowCommand.Redate:
                flow.Openings.DateAgain();
                break;
            case WorkflowCommand.Drawn drawn when Find<Step.Draw>(drawn.Run, drawn) is ({ } run, { } draw):
                Draw(drawn, run, draw);
                break;
            case WorkflowCommand.Published published when Find<Step.Publish>(published.Run, published) is ({ } run, { } publish):
                Finish(run, publish, Way.Done, published.Record);
                break;
            case WorkflowCommand.ChildEnded child when Find<Step.Call>(child.Run, child) is ({ } run, { } call):
                Finish(run, call, child.Outcome, null);
                break;
        }
    }

    private void Draw(WorkflowCommand.Drawn command, StepRun run, Step.Draw draw)
    {
        course.Refuse(Handed.Items(draw.Into ?? draw.What, command.Items));
        if (course.IsRefused)
            return;
        if (draw.Into is { } list)
            course.Note(new JournalEntry.ListSet(list, command.Items));
        Finish(run, draw, Way.Done, command.Record);
    }

    private (StepRun? Run, T? Step) Find<T>(int number, WorkflowCommand command)
        where T : Step
    {
        if (_working.Find(number, command) is not ({ } run, { } step))
            return (null, null);
        course.RefuseIf(step is not T, () => WorkflowRefusals.OtherKind(step));
        if (step is T && !course.Context.Actor.IsEngine && _rights.AgainstWorking(run, step) is { } refusal)
            course.Refuse(refusal);
        return course.IsRefused ? (null, null) : (run, (T)step);
    }

    /// <summary>Goes on; the id of the record stands in the journal as the reason.</summary>
    private void Finish(StepRun run, Step step, string outcome, string? record)
    {
        course.Refuse(flow.Questions.Unmet(step.Guards, step.Id, run.Frame));
        if (step.WayOf(outcome) is not { } way)
            course.Refuse(WorkflowRefusals.NoWay(step, outcome));
        else if (!course.IsRefused)
            flow.Leave(run, step, way, null, record);
    }
}
