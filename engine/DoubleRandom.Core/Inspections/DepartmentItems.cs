namespace DoubleRandom.Core.Inspections;

/// <summary>An item that a department checks (抽查事项).</summary>
/// <param name="Item">What is checked, as the plan names it.</param>
/// <param name="Basis">Its basis in law; null when the form gives none.</param>
public sealed record ItemDuty(string Item, string? Basis);

/// <summary>What one department checks at every target of a task.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Items">Its items, in the order of its form; none when the workflow asks for none.</param>
public sealed record DepartmentItems(string Unit, IReadOnlyList<ItemDuty> Items);
