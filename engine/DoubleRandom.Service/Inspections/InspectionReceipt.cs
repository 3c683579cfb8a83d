using DoubleRandom.Core;

namespace DoubleRandom.Service.Inspections;

/// <summary>What became of something that was sent to an inspection.</summary>
/// <param name="Instance">Number of the task's workflow instance.</param>
/// <param name="Target">The target.</param>
/// <param name="Department">Id of the unit that it concerns; null for the whole.</param>
/// <param name="Version">The newest version of that department's record; 0 when there is none.</param>
/// <param name="Awaited">SHA-256 of files that its record names and that have not come yet.</param>
/// <param name="Unanswered">Ids of the units that have not answered.</param>
/// <param name="State"><c>open</c>, <c>answered</c>, <c>done</c> or <c>cancelled</c>.</param>
/// <param name="Result">Version of the joint result; 0 while there is none.</param>
/// <param name="Category">Id of the joint result; null while there is none.</param>
/// <param name="NotFinished">Why the workflow did not go on although every department has answered; none when it did or need not.</param>
public sealed record InspectionReceipt(
    long Instance, string Target, string? Department, int Version, IReadOnlyList<string> Awaited, IReadOnlyList<string> Unanswered, string State, int Result, string? Category,
    IReadOnlyList<Refusal> NotFinished);
