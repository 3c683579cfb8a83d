using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning.Schedules;

namespace DoubleRandom.Core.Planning;

/// <summary>Says what a plan does not contain, and why.</summary>
internal static class Gaps
{
    public static IReadOnlyList<NotPlanned> Of(PlanRequest request, EventBook events) =>
        [.. request.Pack.Obligations.SelectMany(obligation => Of(request, obligation, events))];

    private static IEnumerable<NotPlanned> Of(PlanRequest request, Obligation obligation, EventBook events)
    {
        var document = request.Pack.DocumentOf(obligation.Basis);
        if (document?.InForceTo < request.To)
            yield return Lapsed(obligation, document, document.InForceTo.Value);
        if (document?.StartsOn > request.From)
            yield return NotYet(obligation, document, document.StartsOn.Value);
        if (!PlanSpan.Covers(request.From, request.To))
            yield return Beyond(obligation, $"{request.From.Iso()}..{request.To.Iso()}");
        foreach (var rule in obligation.When.Entries.Select(entry => entry.Value))
            foreach (var gap in OfEvents(request, obligation, rule, events))
                yield return gap;
    }

    private static IEnumerable<NotPlanned> OfEvents(PlanRequest request, Obligation obligation, When rule, EventBook events)
    {
        var mine = events.Of(rule.Events);
        if (rule.Events.Count > 0 && mine.Length == 0)
            yield return Waiting(request.Pack, obligation, rule.Events);
        var owers = new Owers(request.Pack, obligation);
        foreach (var trigger in mine)
        {
            if (Length(rule) is var (length, direction) && !EventSchedule.Reaches(trigger.On, length, direction))
                yield return Beyond(obligation, trigger.Period);
            var occurrence = new Occurrence(trigger.Period, trigger.On, trigger.On, trigger.On, trigger, false);
            if (owers.Of(occurrence).Count == 0)
                yield return Nobody(request.Pack, obligation, trigger);
        }

        if (rule is not When.After { Restart: true } after)
            yield break;
        var frame = ScheduleFrame.Of(request, obligation, events);
        foreach (var (occurrence, replacedBy) in EventSchedule.Triggers(after, frame))
            if (replacedBy is not null && occurrence.DueOn >= request.From && occurrence.DueOn <= request.To)
                yield return Restarted(request.Pack, obligation, occurrence, replacedBy);
    }

    private static (Packs.Model.Span Length, int Direction)? Length(When rule) => rule switch
    {
        When.After after => (after.Length, 1),
        When.Before before => (before.Length, -1),
        _ => null,
    };

    private static NotPlanned Beyond(Obligation obligation, string detail) => new(obligation.Id, NotPlannedReason.BeyondCalendar, null, detail,
        new($"“{obligation.Name.Zh}”只能计算 {PlanSpan.First.Iso()} 至 {PlanSpan.Last.Iso()}：{detail} 超出范围", $"\"{obligation.Name.En}\" can be planned from {PlanSpan.First.Iso()} to {PlanSpan.Last.Iso()} only; {detail} lies outside"));

    private static NotPlanned Lapsed(Obligation obligation, LegalDocument document, DateOnly on) => new(obligation.Id, NotPlannedReason.Lapsed, on, document.Id,
        new($"《{document.Title}》已于 {on.Iso()} 失效，此后不再产生“{obligation.Name.Zh}”", $"\"{document.Title}\" lapsed on {on.Iso()}: no \"{obligation.Name.En}\" arises after it"));

    private static NotPlanned NotYet(Obligation obligation, LegalDocument document, DateOnly on) => new(obligation.Id, NotPlannedReason.NotYetInForce, on, document.Id,
        new($"《{document.Title}》自 {on.Iso()} 起施行，此前不产生“{obligation.Name.Zh}”", $"\"{document.Title}\" is in force from {on.Iso()}: no \"{obligation.Name.En}\" arises before it"));

    private static NotPlanned Waiting(Pack pack, Obligation obligation, IReadOnlyList<string> events)
    {
        var names = RuleWords.Events(events, pack);
        return new(obligation.Id, NotPlannedReason.WaitingForEvent, null, string.Join(", ", events),
            new($"“{obligation.Name.Zh}”等待事件：{names.Zh}", $"\"{obligation.Name.En}\" waits for an event: {names.En}"));
    }

    private static NotPlanned Restarted(Pack pack, Obligation obligation, Occurrence occurrence, PlanEvent by) => new(obligation.Id, NotPlannedReason.Restarted, by.On, occurrence.Period,
        new($"{occurrence.DueOn.Iso()} 到期的“{obligation.Name.Zh}”因 {by.On.Iso()} 的{RuleWords.Event(by.Event, pack).Zh}重新起算", $"\"{obligation.Name.En}\" due on {occurrence.DueOn.Iso()} started again with {RuleWords.Event(by.Event, pack).En} on {by.On.Iso()}"));

    private static NotPlanned Nobody(Pack pack, Obligation obligation, PlanEvent trigger) => new(obligation.Id, NotPlannedReason.NobodyOwes, trigger.On, trigger.Period,
        new($"{trigger.On.Iso()} 的{RuleWords.Event(trigger.Event, pack).Zh}没有写明承担“{obligation.Name.Zh}”的单位（unit）", $"{RuleWords.Event(trigger.Event, pack).En} on {trigger.On.Iso()} names no unit that owes \"{obligation.Name.En}\""));
}
