using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Api.Deadlines;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>A workflow in a list.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Subject">What an instance is about.</param>
/// <param name="Version">SHA-256 over the definition's content.</param>
/// <param name="StartedBy">Who or what may start it.</param>
/// <param name="Instances">How many instances there are by status: running, ended, cancelled.</param>
public sealed record WorkflowLine(string Id, Bilingual Name, string Subject, string Version, IReadOnlyList<StarterView> StartedBy, IReadOnlyDictionary<string, int> Instances)
{
    /// <summary>A workflow of a pack, with its tallies.</summary>
    public static WorkflowLine Of(WorkflowDefinition definition, Pack pack, IEnumerable<WorkflowTally> tallies) => new(
        definition.Id, definition.Name, definition.Subject, definition.Version, [.. definition.StartedBy.Select(starter => StarterView.Of(starter, pack))],
        tallies.ToDictionary(tally => tally.Status, tally => tally.Instances, StringComparer.Ordinal));
}

/// <summary>A role that every start names units for.</summary>
/// <param name="Role">Id of the role.</param>
/// <param name="Name">Its name.</param>
public sealed record CastView(string Role, Bilingual Name);

/// <summary>A workflow: its steps, forms, starters and actions.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Subject">What an instance is about.</param>
/// <param name="Version">SHA-256 over the definition's content; an instance stays on the one it began with.</param>
/// <param name="Basis">The article it carries out.</param>
/// <param name="StartedBy">Who or what may start it.</param>
/// <param name="Casts">Roles for which every start names units.</param>
/// <param name="Takes">Lists that a start may hand over.</param>
/// <param name="First">Id of the step it begins with.</param>
/// <param name="Steps">Its steps, in the order of the pack.</param>
/// <param name="Actions">What may be done beside the steps; claiming, delegating, remarks and files are always possible.</param>
/// <param name="Forms">The forms that its steps and actions ask for.</param>
public sealed record WorkflowView(
    string Jurisdiction, string Id, Bilingual Name, string Subject, string Version, BasisView Basis, IReadOnlyList<StarterView> StartedBy, IReadOnlyList<CastView> Casts,
    IReadOnlyList<string> Takes, string First, IReadOnlyList<StepView> Steps, IReadOnlyList<ActionView> Actions, IReadOnlyList<FormView> Forms)
{
    /// <summary>A definition of a pack version.</summary>
    public static WorkflowView Of(WorkflowDefinition definition, Pack pack) => new(
        pack.Jurisdiction.Folder, definition.Id, definition.Name, definition.Subject, definition.Version, BasisView.Of(definition.Basis, pack),
        [.. definition.StartedBy.Select(starter => StarterView.Of(starter, pack))],
        [.. definition.Casts.Select(role => new CastView(role, pack.Roles.GetValueOrDefault(role)?.Name ?? new(role, role)))],
        definition.Takes, definition.First, [.. definition.Steps.Select(step => StepView.Of(step, pack))], [.. definition.Actions.Select(action => ActionView.Of(action, pack))],
        [.. FormsOf(definition, pack)]);

    private static IEnumerable<FormView> FormsOf(WorkflowDefinition definition, Pack pack) =>
        definition.Steps.Select(step => step.Form).Concat(definition.Actions.Select(action => action.Form)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(pack.Forms.GetValueOrDefault).OfType<Form>().Select(FormView.Of);
}
