using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>A procedure as data (流程): which steps there are, whose they are, and where each outcome leads.</summary>
public sealed class WorkflowDefinition
{
    private readonly Dictionary<string, Step> _steps;
    private readonly Dictionary<string, Step.Join> _joins;

    /// <summary>Takes the steps in the order of the file; of two with one id the first is kept.</summary>
    public WorkflowDefinition(IEnumerable<Step> steps)
    {
        Steps = [.. steps.DistinctBy(step => step.Id, StringComparer.Ordinal)];
        _steps = Steps.ToDictionary(step => step.Id, StringComparer.Ordinal);
        _joins = Steps.OfType<Step.Join>().DistinctBy(join => join.Of, StringComparer.Ordinal).ToDictionary(join => join.Of, StringComparer.Ordinal);
    }

    /// <summary>Id within the pack.</summary>
    public required string Id { get; init; }

    /// <summary>What staff call it.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>The article it carries out, or why it is local.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What an instance is about: <c>inspection-task</c>, <c>item-list</c>… The events it raises carry that thing's id.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 over the content of the definition, hexadecimal, whatever the layout of its file: an instance stays on the version it began with.</summary>
    public required string Version { get; init; }

    /// <summary>Who or what may start it.</summary>
    public required IReadOnlyList<Starter> StartedBy { get; init; }

    /// <summary>Roles that every instance casts at its start: the lead, the participants of this one check.</summary>
    public IReadOnlyList<string> Casts { get; init; } = [];

    /// <summary>Lists that the start may hand over.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>Id of the step that an instance begins with.</summary>
    public required string First { get; init; }

    /// <summary>When the whole is due; null when the text gives no time.</summary>
    public Due? Due { get; init; }

    /// <summary>The steps in the order of the file.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>What may be done beside the steps: postpone, cancel, adjust, correct…</summary>
    public required IReadOnlyList<WorkflowAction> Actions { get; init; }

    /// <summary>The tests that it carries; they are no part of its version.</summary>
    public IReadOnlyList<WorkflowWalk> Tests { get; init; } = [];

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }

    /// <summary>The lists into which targets are drawn.</summary>
    public IEnumerable<string> DrawnLists => Steps.OfType<Step.Draw>().Where(draw => draw.What is Inspections.VisitSteps.Targets).Select(draw => draw.Into).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The step of that id, or null.</summary>
    public Step? Step(string id) => _steps.GetValueOrDefault(id);

    /// <summary>The join that gathers the branches of a fork, or null when they all end by themselves.</summary>
    public Step.Join? JoinOf(string fork) => _joins.GetValueOrDefault(fork);

    /// <summary>The actions of a kind.</summary>
    public IEnumerable<WorkflowAction> ActionsOf(ActionKind kind) => Actions.Where(action => action.Kind == kind);
}
