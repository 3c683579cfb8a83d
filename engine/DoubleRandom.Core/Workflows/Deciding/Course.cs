using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>What one command has come to so far: a working copy of the state, the entries and effects written, the reasons against it.</summary>
internal sealed class Course(WorkflowDefinition definition, WorkflowInstance instance, DecideContext context)
{
    private readonly List<JournalEntry> _entries = [];
    private readonly List<Effect> _effects = [];
    private readonly List<Refusal> _refusals = [];

    public WorkflowDefinition Definition => definition;

    public WorkflowInstance Before => instance;

    public DecideContext Context => context;

    public Ledger Ledger { get; } = new(instance);

    public bool IsRefused => _refusals.Count > 0;

    /// <summary>Whether the command can be about this instance at all.</summary>
    public bool Fits(WorkflowCommand command)
    {
        if (command.Version < 0 || command.Version > instance.Version)
            Refuse(WorkflowRefusals.UnknownVersion(command.Version, instance.Version));
        else if (command is WorkflowCommand.Start)
            RefuseIf(instance.Status != InstanceStatus.New, () => WorkflowRefusals.AlreadyStarted(instance.Id));
        else if (instance.Status == InstanceStatus.New)
            Refuse(WorkflowRefusals.NotStarted(instance.Id));
        else if (!string.Equals(instance.Definition, definition.Id, StringComparison.Ordinal) || !string.Equals(instance.DefinitionVersion, definition.Version, StringComparison.Ordinal))
            Refuse(WorkflowRefusals.OtherDefinition(instance, definition));
        return !IsRefused;
    }

    public void Note(JournalEntry entry)
    {
        var stamped = entry with { Version = Ledger.Version + 1, At = context.Now, By = context.Actor.Person, Unit = context.Actor.Unit };
        Ledger.Apply(stamped);
        _entries.Add(stamped);
    }

    public void Carry(Effect effect) => _effects.Add(effect);

    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    public void Refuse(IEnumerable<Refusal> refusals) => _refusals.AddRange(refusals);

    public void RefuseIf(bool condition, Func<Refusal> refusal)
    {
        if (condition)
            Refuse(refusal());
    }

    public Transition Transition() => IsRefused
        ? new([], [], [.. _refusals.Distinct()], instance)
        : new(_entries, _effects, [], Ledger.Freeze());
}
