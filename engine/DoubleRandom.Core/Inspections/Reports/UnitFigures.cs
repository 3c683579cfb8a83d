namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>The figures of one department over a stretch of time; or of all together, where each task and target counts once.</summary>
/// <param name="Unit">Id of the unit; null for all together.</param>
/// <param name="TasksLed">Tasks that it led.</param>
/// <param name="TasksJoined">Tasks of others in which it took part.</param>
/// <param name="Targets">Targets that it inspected.</param>
/// <param name="Problems">Targets at which it found a problem.</param>
/// <param name="ByCategory">How many targets had each result, by the result's id.</param>
/// <param name="Rectified">Problems for which rectification was ordered.</param>
/// <param name="Transferred">Problems that were handed over, those to the judicial organs included.</param>
/// <param name="ToJustice">Problems that went to the judicial organs.</param>
/// <param name="Listed">Problems that were entered in credit lists.</param>
/// <param name="Handled">Problems that are closed.</param>
/// <param name="PublishedInTime">Tasks that it led whose results were published in time.</param>
/// <param name="PublishedLate">Tasks that it led whose results were published late, or not yet and the day has passed.</param>
public sealed record UnitFigures(
    string? Unit, int TasksLed, int TasksJoined, int Targets, int Problems, IReadOnlyDictionary<string, int> ByCategory, int Rectified, int Transferred, int ToJustice, int Listed, int Handled,
    int PublishedInTime, int PublishedLate);

/// <summary>A task with what is counted of it.</summary>
/// <param name="Figures">The task, with the targets inspected in the stretch of time.</param>
/// <param name="PublishedInTime">Whether its results were published in time; null while the day has not come, or when no duty to publish arose.</param>
public sealed record CountedTask(TaskFigures Figures, bool? PublishedInTime);
