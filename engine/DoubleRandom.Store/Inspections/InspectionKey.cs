namespace DoubleRandom.Store.Inspections;

/// <summary>Which inspection: one target of one task.</summary>
/// <param name="Instance">Number of the task's workflow instance.</param>
/// <param name="Target">The target, as the draw or the register named it.</param>
public sealed record InspectionKey(long Instance, string Target)
{
    /// <inheritdoc />
    public override string ToString() => $"{Instance}/{Target}";
}
