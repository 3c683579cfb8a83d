using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Begins an instance.</summary>
internal sealed class Starting(Course course, Flow flow)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> None = new(StringComparer.Ordinal);

    public void Take(WorkflowCommand.Start command)
    {
        course.RefuseIf(string.IsNullOrWhiteSpace(command.Subject), () => WorkflowRefusals.NoSubject(course.Definition));
        course.Refuse(Handed.Lists(command.Lists, course.Definition.Takes));
        course.Refuse(Handed.Facts(command.Content, course.Definition.Id));
        course.Refuse(course.Definition.Casts.Where(role => (command.Cast ?? None).GetValueOrDefault(role) is not { Count: > 0 }).Select(role => WorkflowRefusals.NotCast(course.Definition, role, course.Context.Named(new(role, null, null, false, null)))));
        course.Refuse((command.Cast ?? None).Keys.Except(course.Definition.Casts, StringComparer.Ordinal).Select(role => WorkflowRefusals.CastTooMuch(course.Definition, role)));
        if (AgainstStarter(command) is { } refusal)
            course.Refuse(refusal);
        if (AgainstDocument(command) is { } lapsed)
            course.Refuse(lapsed);
        if (course.IsRefused)
            return;
        var definition = course.Definition;
        course.Note(new JournalEntry.Started(definition.Id, definition.Version, command.Subject, command.Cause, command.Cast ?? None, command.Lists ?? None, command.Content));
        flow.Go(definition.First, 0);
    }

    private Refusal? AgainstStarter(WorkflowCommand.Start command)
    {
        var actor = course.Context.Actor;
        var isAllowed = course.Definition.StartedBy.Any(starter => starter switch
        {
            Starter.ByPerson person => !actor.IsEngine && command.Cause is null && Holds(person.Owner, command, actor),
            Starter.ByDate => actor.IsEngine && command.Cause?.Kind is "date",
            Starter.ByEvent e => actor.IsEngine && command.Cause?.Kind is "event" && string.Equals(e.Event, command.Cause.Id, StringComparison.Ordinal),
            Starter.ByWorkflow w => actor.IsEngine && command.Cause?.Kind is "workflow" && string.Equals(w.Workflow, command.Cause.Id, StringComparison.Ordinal),
            _ => false,
        });
        return isAllowed ? null : WorkflowRefusals.NotStarter(course.Definition);
    }

    /// <summary>As duties do not arise outside their document's time in force, procedures do not begin. What another workflow calls is part of what began in time.</summary>
    private Refusal? AgainstDocument(WorkflowCommand.Start command)
    {
        if (command.Cause?.Kind is "workflow" || course.Context.Documents.GetValueOrDefault(course.Definition.Basis.Document ?? "") is not { } document)
            return null;
        var on = command.On ?? course.Context.Today;
        return document.IsInForce(on) ? null : WorkflowRefusals.NotInForce(course.Definition, document, on);
    }

    /// <summary>Nothing is cast before the start: the role is the pack's, unless the start itself casts it.</summary>
    private static bool Holds(Owner owner, WorkflowCommand.Start command, Actor actor)
    {
        if (owner.Function is { } function && !actor.Functions.Contains(function, StringComparer.Ordinal))
            return false;
        if (owner.Unit is { } unit)
            return string.Equals(unit, actor.Unit, StringComparison.Ordinal);
        return owner.IsStarter
            || (owner.Role is { } role && actor.Roles.Contains(role, StringComparer.Ordinal)
                && (command.Cast is null || !command.Cast.TryGetValue(role, out var cast) || cast.Contains(actor.Unit, StringComparer.Ordinal)));
    }
}
