using DoubleRandom.Core.Draws.Inspectors;

namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>Whether an inspector fits a slot, recusals aside. Rules are never relaxed.</summary>
internal static class Fitness
{
    /// <summary>Why not; null when she fits.</summary>
    public static Unfit? WhyNot(SlotDemand slot, InspectorRow inspector, InspectorDays? days)
    {
        if (slot.Department is { } department && !inspector.Departments.Contains(department, StringComparer.Ordinal))
            return Unfit.Department;
        if (slot.Tags.Any(tag => !inspector.Tags.Contains(tag, StringComparer.Ordinal)))
            return Unfit.Tag;
        // Whoever names no areas may be sent anywhere.
        if (slot.Area is { } area && inspector.Areas.Count > 0 && !inspector.Areas.Contains(area, StringComparer.Ordinal))
            return Unfit.Area;
        return slot.Days is { } on && days is not null ? WhyNot(on, days) : null;
    }

    private static Unfit? WhyNot(DaySpan on, InspectorDays days)
    {
        if (days.ValidToOn < on.ToOn)
            return Unfit.Credential;
        return days.Absences.Any(absence => absence.Meets(on)) ? Unfit.Absent : null;
    }
}
