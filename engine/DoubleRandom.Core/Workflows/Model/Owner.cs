namespace DoubleRandom.Core.Workflows.Model;

/// <summary>Whose a step is: always a place in the organisation, never a person.</summary>
/// <param name="Role">Id of a role: the units cast for it in this instance, or else those that hold it in the pack; null otherwise.</param>
/// <param name="Unit">Id of a unit; null otherwise.</param>
/// <param name="ItemOf">The list over which the enclosing for-each runs, whose item is the owning unit; null otherwise.</param>
/// <param name="IsStarter">The unit that started the instance.</param>
/// <param name="Function">The function that the person must have in that unit: <c>liaison</c>, <c>leader</c>; null for anybody of the unit.</param>
public sealed record Owner(string? Role, string? Unit, string? ItemOf, bool IsStarter, string? Function);
