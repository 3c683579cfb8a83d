using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning.Schedules;

namespace DoubleRandom.Core.Planning;

/// <summary>From a pack and what happened to the deadlines of every unit. Pure: the same input gives the same plan, to the byte.</summary>
public static class Planner
{
    /// <summary>The deadlines due within the span, lazily, and what was not planned.</summary>
    public static Plan Plan(PlanRequest request)
    {
        var events = new EventBook(request.Events);
        return new(request.Pack.Obligations.SelectMany(obligation => Deadlines(request, obligation, events)), Gaps.Of(request, events));
    }

    /// <summary>The deadlines of one obligation due within the span.</summary>
    public static IEnumerable<Deadline> Deadlines(PlanRequest request, Obligation obligation) => Deadlines(request, obligation, new EventBook(request.Events));

    private static IEnumerable<Deadline> Deadlines(PlanRequest request, Obligation obligation, EventBook events)
    {
        var frame = ScheduleFrame.Of(request, obligation, events);
        var (owers, ladders) = (new Owers(request.Pack, obligation), new LadderDates(obligation, request.Pack));
        var planned = new HashSet<(string, string)>();
        foreach (var occurrence in Occurrences(request, obligation, frame))
            foreach (var unit in owers.Of(occurrence))
                // One event told of two units is still one reason to owe for those who owe whatever unit it names.
                if (occurrence.Trigger is null || planned.Add((unit.Id, occurrence.Period)))
                    yield return Of(request, obligation, occurrence, unit, ladders, events);
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
            PlannedOn = deadline.PlannedOn,
            Progress = deadline.Progress,
            MetOn = deadline.MetOn,
            IsHistory = deadline.IsHistory,
            Ladder = new LadderDates(deadline.Obligation, pack).Of(occurrence, deadline.Progress),
        };
    }

    private static IEnumerable<Occurrence> Occurrences(PlanRequest request, Obligation obligation, ScheduleFrame frame)
    {
        var document = request.Pack.DocumentOf(obligation.Basis);
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

    private static Deadline Of(PlanRequest request, Obligation obligation, Occurrence occurrence, Unit unit, LadderDates ladders, EventBook events)
    {
        var progress = occurrence.Rule is When.Quota quota ? QuotaProgress.Of(quota, occurrence, unit.Id, events.Of(quota.Event)) : null;
        return new()
        {
            Key = new(request.Pack.Jurisdiction.Folder, obligation.Id, unit.Id, occurrence.Period),
            Obligation = obligation,
            Unit = unit,
            Occurrence = occurrence,
            Progress = progress,
            MetOn = progress is null ? MetByEvent(obligation, occurrence, unit, events) : progress.MetOn,
            Ladder = ladders.Of(occurrence, progress),
            IsHistory = occurrence.DueOn < request.FirstPublishedOn,
        };
    }

    /// <summary>The first event of the kind that meets the duty, of the same subject and unit, since the duty opened. In a cycle the next period begins when one ends, and the event then counts for that one; what is due before an event may be done at any time before.</summary>
    private static DateOnly? MetByEvent(Obligation obligation, Occurrence occurrence, Unit unit, EventBook events) =>
        obligation is not { MetBy: MetBy.Event, MetByEvent: { } name }
            ? null
            : Array.Find(events.Of(name), e =>
                (e.On >= occurrence.OpensOn || occurrence.Rule is When.Before)
                && (e.On <= occurrence.DueOn || occurrence.Rule is not When.Every)
                && (occurrence.Trigger is null || string.Equals(e.Subject, occurrence.Trigger.Subject, StringComparison.Ordinal))
                && (e.Unit is null || string.Equals(e.Unit, unit.Id, StringComparison.Ordinal)))?.On;
}
