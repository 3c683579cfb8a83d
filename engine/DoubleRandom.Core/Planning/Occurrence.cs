using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>One falling-due of an obligation, the same for every unit that owes it.</summary>
/// <param name="Period">Its name within the obligation.</param>
/// <param name="OpensOn">First day on which it can be done.</param>
/// <param name="NominalOn">The day that the rule names, before rest days are heeded.</param>
/// <param name="DueOn">The day on which it is due.</param>
/// <param name="Trigger">The event that started it; null for dates of the calendar.</param>
/// <param name="Provisional">Whether the day rests on a year whose holiday notice has not come yet.</param>
public sealed record Occurrence(string Period, DateOnly OpensOn, DateOnly NominalOn, DateOnly DueOn, PlanEvent? Trigger, bool Provisional)
{
    /// <summary>The day whose law applies: that of the event, otherwise the due day.</summary>
    public DateOnly ActOn => Trigger?.On ?? DueOn;

    /// <summary>The rule that gave it; set by the planner.</summary>
    public When? Rule { get; init; }
}
