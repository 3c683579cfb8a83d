namespace DoubleRandom.Service.Workflows;

/// <summary>What a command came to.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Version">Its version now; the next command says that it has seen this one.</param>
/// <param name="Status"><c>running</c>, <c>ended</c> or <c>cancelled</c>.</param>
/// <param name="Outcome">The result, once it ended; null otherwise.</param>
/// <param name="OpenSteps">Ids of the open steps, each with how often it is open.</param>
/// <param name="Also">Numbers of the other instances that changed with it: told of an event, started, cancelled, or gone on because a called one ended.</param>
public sealed record WorkflowReceipt(long Instance, long Version, string Status, string? Outcome, IReadOnlyDictionary<string, int> OpenSteps, IReadOnlyList<long> Also);
