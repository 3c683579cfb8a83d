namespace DoubleRandom.Store.Workflows;

/// <summary>Which instances to list; null asks for any.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Unit">Id of a unit that takes part: started it, is cast in it, or has or had a task in it.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Status"><c>running</c>, <c>ended</c>, <c>cancelled</c>, or <c>trouble</c> for those that the engine could not carry on.</param>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Before">Only instances with a lower number, for the next page: the last number of the page before.</param>
/// <param name="Limit">How many at most; bounded by <see cref="MostRows"/>.</param>
public sealed record InstanceFilter(
    string? Jurisdiction = null, string? Unit = null, string? Workflow = null, string? Status = null, string? Subject = null, long? Before = null, int Limit = 50)
{
    /// <summary>The largest page.</summary>
    public const int MostRows = 500;
}

/// <summary>Which tasks to list; null asks for any.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Owners">Whose: <c>unit:transport</c>, <c>role:member</c>; any of them. Null for everybody's.</param>
/// <param name="Person">Who has it in hand.</param>
/// <param name="Instance">Number of the instance.</param>
/// <param name="IsOpen">Only open ones; otherwise those that are over too.</param>
/// <param name="Offset">How many to leave out.</param>
/// <param name="Limit">How many at most; bounded by <see cref="InstanceFilter.MostRows"/>.</param>
public sealed record TaskFilter(
    string? Jurisdiction = null, IReadOnlyCollection<string>? Owners = null, string? Person = null, long? Instance = null, bool IsOpen = true, int Offset = 0, int Limit = 100);

/// <summary>How many instances of a workflow stand how.</summary>
public sealed record WorkflowTally(string Jurisdiction, string Workflow, string Status, int Instances);
