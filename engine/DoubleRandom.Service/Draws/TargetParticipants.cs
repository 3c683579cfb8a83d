namespace DoubleRandom.Service.Draws;

/// <summary>Who takes part in checking a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Name">Its name; its code when no directory knew it on that day.</param>
/// <param name="Units">The units whose items lie in its business scope.</param>
/// <param name="Open">The units of which the rules cannot say.</param>
/// <param name="Items">Those of the units' items that lie in its business scope by themselves.</param>
public sealed record TargetParticipants(string Target, string Name, IReadOnlyList<string> Units, IReadOnlyList<string> Open, IReadOnlyList<ParticipantItem> Items);

/// <summary>An inspection item that a unit would check.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Id">The item's number.</param>
/// <param name="Name">What is inspected.</param>
/// <param name="Basis">The law and article that allow the check.</param>
public sealed record ParticipantItem(string Unit, string Id, string Name, string Basis);

/// <summary>Who takes part in checking the targets of an instance.</summary>
/// <param name="Targets">The targets, in the order of their list.</param>
/// <param name="All">How many targets the instance has; more than are here when there are very many.</param>
/// <param name="Draw">Number of the draw that was dispatched to it; null when they were drawn elsewhere.</param>
public sealed record DrawnParticipants(IReadOnlyList<TargetParticipants> Targets, int All, string? Draw)
{
    /// <summary>The most targets of which it is asked.</summary>
    public const int Most = 1000;

    /// <summary>The units that follow for any of the targets, by id.</summary>
    public IReadOnlyList<string> Units { get; } = [.. Targets.SelectMany(target => target.Units).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
