using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>A target of a task as reports tell of it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Name">What the directory calls it; null when it does not know it.</param>
/// <param name="Result">The joint result; null while there is none.</param>
/// <param name="FollowUp">What followed; null for nothing.</param>
public sealed record TaskTarget(string Target, string? Name, JointResult? Result, FollowUp? FollowUp);

/// <summary>A task of inspection as reports tell of it.</summary>
/// <param name="Pack">The pack version that it runs on, for names.</param>
/// <param name="Workflow">What its workflow is called.</param>
/// <param name="Subject">Id of the task.</param>
/// <param name="Lead">Id of the unit that leads.</param>
/// <param name="Departments">The departments with their items, the lead first.</param>
/// <param name="Targets">Its targets, those whose visit was cancelled left out.</param>
/// <param name="Suggestions">What the officer wrote on handling and suggestions; null when the report was not handed in.</param>
public sealed record TaskFigures(
    Pack Pack, Bilingual Workflow, string Subject, string Lead, IReadOnlyList<DepartmentItems> Departments, IReadOnlyList<TaskTarget> Targets, string? Suggestions)
{
    /// <summary>The targets that were inspected.</summary>
    public IEnumerable<TaskTarget> Inspected => Targets.Where(target => target.Result is not null);

    /// <summary>The targets at which a problem was found.</summary>
    public IEnumerable<TaskTarget> Problems => Inspected.Where(target => ResultCategory.Of(target.Result!.Category).IsProblem);

    /// <summary>What a unit is called.</summary>
    public Bilingual NameOf(string unit) => Pack.Unit(unit)?.Name ?? new(unit, unit);
}
