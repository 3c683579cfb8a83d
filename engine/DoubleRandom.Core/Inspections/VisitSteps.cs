using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Inspections;

/// <summary>Finds, in any pack's workflow, the steps that inspections hang on: by what they do, not by what they are called.</summary>
public static class VisitSteps
{
    /// <summary>The list over whose items targets are visited.</summary>
    public const string Targets = "targets";

    /// <summary>The list of the departments beside the lead.</summary>
    public const string Participants = "participants";

    /// <summary>The list of the targets whose problems are handled one by one.</summary>
    public const string Problems = "problem-targets";

    /// <summary>Whether a step is the visit of one target: done for each target, with a form that tells the result.</summary>
    public static bool IsVisit(WorkflowDefinition definition, Step? step, Pack pack) =>
        step is Step.Task && FormOf(step, pack) is { } form && form.Fields.Any(field => string.Equals(field.Fact, ResultCategory.Fact, StringComparison.Ordinal))
        && definition.Steps.OfType<Step.ForEach>().Any(each => IsOver(each, Targets) && string.Equals(each.Do, step.Id, StringComparison.Ordinal));

    /// <summary>Whether a workflow visits targets at all.</summary>
    public static bool Any(WorkflowDefinition definition, Pack pack) => definition.Steps.Any(step => IsVisit(definition, step, pack));

    /// <summary>Whether a for-each runs over a list.</summary>
    public static bool IsOver(Step.ForEach each, string list) => string.Equals(each.Over, list, StringComparison.Ordinal);

    /// <summary>The field of a step's form that tells a fact; null when it asks for no such thing.</summary>
    public static FormField? FieldOf(Step? step, string fact, Pack pack) => FormOf(step, pack)?.Fields.FirstOrDefault(field => string.Equals(field.Fact, fact, StringComparison.Ordinal));

    /// <summary>The form of a step; null when nothing is handed in with it.</summary>
    public static Form? FormOf(Step? step, Pack pack) => step?.Form is { } id ? pack.Forms.GetValueOrDefault(id) : null;
}
