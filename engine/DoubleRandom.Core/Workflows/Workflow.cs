using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>Decides what a command does to an instance of a workflow. Pure: the same definition, state, command and context give the same transition.</summary>
public static class Workflow
{
    /// <summary>The transition of a command: entries of the journal and effects, or every reason why nothing is done.</summary>
    /// <param name="definition">The definition, in the version that the instance runs on.</param>
    /// <param name="instance">The state as its journal gives it.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="context">The instant, the actor, the rules and the calendar.</param>
    public static Transition Decide(WorkflowDefinition definition, WorkflowInstance instance, WorkflowCommand command, DecideContext context)
    {
        var course = new Course(definition, instance, context);
        if (course.Fits(command))
            Take(command, course);
        return course.Transition();
    }

    /// <summary>Whose an open step is at this moment.</summary>
    /// <param name="definition">The definition, in the version that the instance runs on.</param>
    /// <param name="instance">The state as its journal gives it.</param>
    /// <param name="run">Number of the open step.</param>
    /// <param name="context">The instant, the rules and the calendar.</param>
    public static Assignment AssignmentOf(WorkflowDefinition definition, WorkflowInstance instance, int run, DecideContext context)
    {
        var open = instance.Runs[run];
        return new Openings(new Course(definition, instance, context)).Assigned(definition.Step(open.Step)!, open);
    }

    private static void Take(WorkflowCommand command, Course course)
    {
        var flow = new Flow(course);
        switch (command)
        {
            case WorkflowCommand.Start start:
                new Starting(course, flow).Take(start);
                break;
            case WorkflowCommand.Complete or WorkflowCommand.Claim or WorkflowCommand.Release or WorkflowCommand.Delegate or WorkflowCommand.Comment or WorkflowCommand.Attach:
                new Working(course, flow).Take(command);
                break;
            case WorkflowCommand.Tell or WorkflowCommand.DayCame or WorkflowCommand.Redate or WorkflowCommand.Drawn or WorkflowCommand.Published or WorkflowCommand.ChildEnded:
                new Telling(course, flow).Take(command);
                break;
            default:
                new Acting(course, flow).Take(command);
                break;
        }

        flow.Run();
    }
}
