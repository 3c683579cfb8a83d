namespace DoubleRandom.Service.Workflows;

/// <summary>What a person starts.</summary>
/// <param name="Jurisdiction">The pack's folder, division code or id.</param>
/// <param name="Workflow">Id of the workflow in the pack that runs.</param>
/// <param name="Subject">Id of what it is about; at most 120 characters.</param>
/// <param name="Cast">Units by role, for the roles that the workflow casts; null for none.</param>
/// <param name="Lists">Lists known from the start; null for none.</param>
/// <param name="Content">JSON text that the start hands over; null for none.</param>
/// <param name="Key">The same key twice starts one instance; null for none.</param>
public sealed record WorkflowStart(
    string Jurisdiction, string Workflow, string Subject, IReadOnlyDictionary<string, IReadOnlyList<string>>? Cast = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists = null, string? Content = null, string? Key = null);
