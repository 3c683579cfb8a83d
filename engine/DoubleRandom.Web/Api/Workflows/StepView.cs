using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Web.Api.Deadlines;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>An outcome of a step.</summary>
/// <param name="Id">The word to complete the step with.</param>
/// <param name="Name">What the button says.</param>
/// <param name="To">Id of the step it leads to.</param>
/// <param name="Back">Whether it sends the matter back, which needs a reason.</param>
public sealed record OutcomeView(string Id, Bilingual Name, string To, bool Back)
{
    /// <summary>A way out of a step.</summary>
    public static OutcomeView Of(Way way) => new(way.Id, way.Name, way.To, way.IsBack);
}

/// <summary>A step of a procedure.</summary>
/// <param name="Id">Id within the workflow.</param>
/// <param name="Kind">task, decision, draw, publish, notify, wait, for-each, call, fork, join or end.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Owner">Whose it is; null for a step that no person acts on.</param>
/// <param name="Form">Id of the form that completing it hands in; null when nothing is.</param>
/// <param name="HasDue">Whether it has a due day; the task tells which.</param>
/// <param name="Outcomes">Its outcomes; none for an end.</param>
/// <param name="Sets">Lists that completing it may set.</param>
/// <param name="Basis">The article; null when the workflow's own covers it.</param>
public sealed record StepView(
    string Id, string Kind, Bilingual Name, OwnerView? Owner, string? Form, bool HasDue, IReadOnlyList<OutcomeView> Outcomes, IReadOnlyList<string> Sets, BasisView? Basis)
{
    /// <summary>A step with the names of its pack.</summary>
    public static StepView Of(Step step, Pack pack) => new(
        step.Id, KindOf(step), step.Name, OwnerView.Of(step.Owner, pack), step.Form, step.Due is not null, [.. step.Ways.Select(OutcomeView.Of)], step.Sets,
        step.Basis is { } basis ? BasisView.Of(basis, pack) : null);

    private static string KindOf(Step step) => JsonNamingPolicy.KebabCaseLower.ConvertName(step.GetType().Name);
}

/// <summary>Something that may be done beside the steps; each needs a reason.</summary>
/// <param name="Id">Id within the workflow.</param>
/// <param name="Kind">adjust, postpone, add, reassign, cancel-branch, cancel or correct.</param>
/// <param name="Name">What the button says.</param>
/// <param name="Owner">Whose people may do it.</param>
/// <param name="Steps">Ids of the steps it may be done to; empty for all.</param>
/// <param name="Form">Id of the form that goes with it; null when the reason suffices.</param>
/// <param name="Sets">Lists that it may replace.</param>
/// <param name="To">Id of the step that begins with it; null when none does.</param>
/// <param name="Basis">The article; null when the workflow's own covers it.</param>
public sealed record ActionView(
    string Id, string Kind, Bilingual Name, OwnerView? Owner, IReadOnlyList<string> Steps, string? Form, IReadOnlyList<string> Sets, string? To, BasisView? Basis)
{
    /// <summary>An action with the names of its pack.</summary>
    public static ActionView Of(WorkflowAction action, Pack pack) => new(
        action.Id, JsonNamingPolicy.KebabCaseLower.ConvertName(action.Kind.ToString()), action.Name, OwnerView.Of(action.Owner, pack), action.Steps, action.Form, action.Sets, action.To,
        action.Basis is { } basis ? BasisView.Of(basis, pack) : null);
}
