namespace DoubleRandom.Core.Planning;

/// <summary>Something that happened and on which duties depend.</summary>
/// <param name="Event">Id of the event: <c>inspection-task.completed</c>.</param>
/// <param name="On">The civil day in the jurisdiction's zone.</param>
/// <param name="Subject">What it happened to: a task's or a result's id; empty when there is only one.</param>
/// <param name="Unit">Id of the unit that it concerns; null when it concerns all.</param>
public sealed record PlanEvent(string Event, DateOnly On, string Subject, string? Unit)
{
    /// <summary>The event's part of a deadline's key: what it is, never when it was seen.</summary>
    public string Period => Subject.Length == 0 ? $"{Event}@{On.Iso()}" : $"{Subject}@{Event}@{On.Iso()}";

    /// <summary>The order in which events are always taken, whatever order they came in.</summary>
    public static IComparer<PlanEvent> Order { get; } = Comparer<PlanEvent>.Create((a, b) =>
        (a.On.CompareTo(b.On), string.CompareOrdinal(a.Event, b.Event), string.CompareOrdinal(a.Subject, b.Subject)) switch
        {
            (not 0 and var days, _, _) => days,
            (_, not 0 and var name, _) => name,
            (_, _, not 0 and var subject) => subject,
            _ => string.CompareOrdinal(a.Unit, b.Unit),
        });
}
