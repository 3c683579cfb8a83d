using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning.Schedules;

namespace DoubleRandom.Core.Planning;

/// <summary>From a pack and what happened to the deadlines of every unit. Pure: the same input gives the same plan, to the byte.</summary>
public static class Planner
{
    /// <summary>The deadlines due within the span, lazily, and what was not planned.</summary>
    public static Plan Plan(PlanRequest request)
    {
        var events = request.Events.Distinct().Order(PlanEvent.Order).ToArray();
        return new(request.Pack.Obligations.SelectMany(obligation => Deadlines(request, obligation, events)), Gaps.Of(request, events));
    }

    /// <summary>The deadlines of one obligation due within the span.</summary>
    public static IEnumerable<Deadline> Deadlines(PlanRequest request, Obligation obligation, IReadOnlyList<PlanEvent> events)
    {
        var frame = ScheduleFrame.Of(request, obligation, events);
        var planned = new HashSet<DeadlineKey>();
        foreach (var occurrence in Occurrences(request, obligation, frame))
        {
            var shared = obligation.When.Entries.Any(entry => entry.Value is When.Quota)
                ? null
                : LadderDates.Of(obligation, occurrence, null, request.Pack.Calendar, request.Pack.OfficeHours);
            foreach (var unit in Owers(request.Pack, obligation, occurrence))
            {
                // One event told of two units is still one reason to owe for those who owe whatever unit it names.
                var deadline = Of(request, obligation, occurrence, unit, shared, events);
                if (occurrence.Trigger is null || planned.Add(deadline.Key))
                    yield return deadline;
            }
        }
    }

    /// <summary>The same deadline on a later day that somebody granted, with the ladder of that day.</summary>
    public static Deadline Extend(Deadline deadline, Pack pack, DateOnly to)
    {
        var occurrence = deadline.Occurrence with { DueOn = to };
        return new()
        {
            Key = deadline.Key,
            Obligation = deadline.Obligation,
            Unit = deadline.Unit,
            Occurrence = occurrence,
            Progress = deadline.Progress,
            Ladder = LadderDates.Of(deadline.Obligation, occurrence, deadline.Progress, pack.Calendar, pack.OfficeHours),
        };
    }

    /// <summary>Those who owe an occurrence, in the order of the pack.</summary>
    internal static IEnumerable<Unit> Owers(Pack pack, Obligation obligation, Occurrence occurrence)
    {
        if (obligation.Who.At(occurrence.ActOn)?.Value is not { } who)
            yield break;
        foreach (var unit in pack.Units)
        {
            if (!who.Includes(unit, occurrence.ActOn))
                continue;
            var named = occurrence.Trigger?.Unit;
            if (named is null ? !who.OfEvent : string.Equals(named, unit.Id, StringComparison.Ordinal) || !who.OfEvent)
                yield return unit;
        }
    }

    private static IEnumerable<Occurrence> Occurrences(PlanRequest request, Obligation obligation, ScheduleFrame frame)
    {
        var document = obligation.Basis.Document is { } id ? request.Pack.Documents.GetValueOrDefault(id) : null;
        foreach (var entry in obligation.When.Entries)
        {
            var until = obligation.When.Until(entry);
            foreach (var occurrence in Schedule.Of(entry.Value, frame))
            {
                if (!frame.Wants(occurrence.DueOn))
                    continue;
                if (occurrence.ActOn >= entry.From && occurrence.ActOn <= until && document?.IsInForce(occurrence.ActOn) != false)
                    yield return occurrence with { Rule = entry.Value };
            }
        }
    }

    private static Deadline Of(
        PlanRequest request, Obligation obligation, Occurrence occurrence, Unit unit, RungDate[]? ladder, IReadOnlyList<PlanEvent> events)
    {
        var progress = occurrence.Rule is When.Quota quota ? QuotaProgress.Of(quota, occurrence, unit.Id, events) : null;
        return new()
        {
            Key = new(request.Pack.Jurisdiction.Folder, obligation.Id, unit.Id, occurrence.Period),
            Obligation = obligation,
            Unit = unit,
            Occurrence = occurrence,
            Progress = progress,
            MetOn = progress is null ? MetByEvent(obligation, occurrence, unit, events) : progress.MetOn,
            Ladder = ladder ?? LadderDates.Of(obligation, occurrence, progress, request.Pack.Calendar, request.Pack.OfficeHours),
            IsHistory = occurrence.DueOn < request.FirstPublishedOn,
        };
    }

    /// <summary>The first event of the kind that meets the duty, of the same subject and unit, since the duty opened.</summary>
    private static DateOnly? MetByEvent(Obligation obligation, Occurrence occurrence, Unit unit, IReadOnlyList<PlanEvent> events) =>
        obligation.MetBy != MetBy.Event
            ? null
            : events.FirstOrDefault(e =>
                string.Equals(e.Event, obligation.MetByEvent, StringComparison.Ordinal)
                && e.On >= occurrence.OpensOn
                && (occurrence.Trigger is null || string.Equals(e.Subject, occurrence.Trigger.Subject, StringComparison.Ordinal))
                && (e.Unit is null || string.Equals(e.Unit, unit.Id, StringComparison.Ordinal)))?.On;
}
