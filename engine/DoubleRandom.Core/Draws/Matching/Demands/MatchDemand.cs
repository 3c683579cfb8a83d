using DoubleRandom.Core.Draws.Inspectors;

namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>All that decides who may fill which slot: what the slots ask, the inspector frame, the recusals, and when the inspectors are there.</summary>
public sealed class MatchDemand
{
    private readonly IReadOnlyCollection<SlotDemand> _slots;
    private readonly IReadOnlyCollection<InspectorRow> _inspectors;
    private readonly ILookup<string, string> _recused;
    private readonly Dictionary<string, InspectorDays> _days;
    private readonly IReadOnlyCollection<RecusalRow> _recusals;

    /// <summary>Takes them in any order.</summary>
    /// <param name="slots">What each slot asks.</param>
    /// <param name="inspectors">Who could be assigned.</param>
    /// <param name="recusals">Who must not check whom; targets that were not drawn do not matter.</param>
    /// <param name="days">Of those who are not there on every day; the last entry of an inspector counts.</param>
    public MatchDemand(IReadOnlyCollection<SlotDemand> slots, IReadOnlyCollection<InspectorRow> inspectors, IReadOnlyCollection<RecusalRow> recusals, IReadOnlyCollection<InspectorDays> days)
    {
        (_slots, _inspectors, _recusals) = (slots, inspectors, recusals);
        _recused = recusals.ToLookup(recusal => recusal.Target, recusal => recusal.Inspector, StringComparer.Ordinal);
        _days = new(StringComparer.Ordinal);
        foreach (var one in days)
            _days[one.Inspector] = one;
    }

    /// <summary>The problem, or all that is wrong. A recusal or an absence of somebody unknown is wrong: it may be meant for somebody else.</summary>
    public MatchReading Read()
    {
        var draft = new ProblemDraft(_inspectors.Select(one => new MatchInspector(one.Id, one.Capacity, one.Load)));
        foreach (var (subject, id) in _recusals.Select(recusal => (recusal.Target, recusal.Inspector)).Concat(_days.Keys.Select(id => (id, id))))
            if (draft.Position(id) < 0)
                draft.Fault(ProblemFaults.UnknownInspector(subject, id));
        foreach (var turned in _days.Values.Where(days => days.Absences.Any(absence => absence.IsTurned)))
            draft.Fault(ProblemFaults.AbsenceTurned(turned.Inspector));
        var rows = _inspectors.OrderBy(one => one.Id, StringComparer.Ordinal).ToArray();
        var fitting = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var slot in _slots)
        {
            foreach (var fault in Faults(slot))
                draft.Fault(fault);
            if (!fitting.TryGetValue(Key(slot), out var people))
                fitting.Add(Key(slot), people = [.. Enumerable.Range(0, rows.Length).Where(i => WhyNot(slot, rows[i]) is null)]);
            draft.Add(slot.Slot, WithoutRecused(slot.Slot.Target, people, draft));
        }

        return draft.Read();
    }

    /// <summary>For the officer: of the inspectors of the frame, how many were out of question for the slots of a bottleneck, and why.</summary>
    public Bilingual Explain(Bottleneck bottleneck)
    {
        var wanted = bottleneck.Slots.ToHashSet();
        var asked = _slots.Where(slot => wanted.Contains(slot.Slot)).ToArray();
        var reasons = _inspectors.Select(inspector => WhyNever(asked, inspector)).OfType<Unfit>().GroupBy(why => why).OrderBy(why => why.Key).ToArray();
        return reasons.Length == 0
            ? new($"名单中 {_inspectors.Count} 人都可担任，人数或容量不足。", $"All {_inspectors.Count} inspectors of the list may; there are too few, or their capacities are too small.")
            : new(
                $"名单中 {_inspectors.Count} 人，不能担任的：{string.Join("、", reasons.Select(why => $"{UnfitWords.Of(why.Key).Zh} {why.Count()} 人"))}。",
                $"Of {_inspectors.Count} inspectors in the list may not: {string.Join(", ", reasons.Select(why => $"{why.Count()} {UnfitWords.Of(why.Key).En}"))}.");
    }

    /// <summary>The last reason that keeps an inspector from every one of some slots; null when she may fill any.</summary>
    private Unfit? WhyNever(IEnumerable<SlotDemand> slots, InspectorRow inspector)
    {
        Unfit? nearest = null;
        foreach (var slot in slots)
        {
            var why = WhyNot(slot, inspector) ?? (_recused[slot.Slot.Target].Contains(inspector.Id, StringComparer.Ordinal) ? Unfit.Recused : null);
            if (why is null)
                return null;
            nearest = nearest > why ? nearest : why;
        }

        return nearest;
    }

    private Unfit? WhyNot(SlotDemand slot, InspectorRow inspector) => Fitness.WhyNot(slot, inspector, _days.GetValueOrDefault(inspector.Id));

    private int[] WithoutRecused(string target, int[] people, ProblemDraft draft)
    {
        var recused = _recused[target].Select(draft.Position).ToHashSet();
        return recused.Count == 0 ? people : Array.FindAll(people, inspector => !recused.Contains(inspector));
    }

    private IEnumerable<Refusal> Faults(SlotDemand slot)
    {
        if (slot.Days is null && _days.Values.Any(days => days.ValidToOn is not null || days.Absences.Count > 0))
            yield return ProblemFaults.NoDays(slot.Slot);
        if (slot.Days is { IsTurned: true })
            yield return ProblemFaults.DaysTurned(slot.Slot);
    }

    /// <summary>Slots that ask the same are asked once. The separator occurs in no code.</summary>
    private static string Key(SlotDemand slot) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{slot.Department ?? "*"}\n{slot.Area ?? "*"}\n{slot.Days?.FromOn.DayNumber}\n{slot.Days?.ToOn.DayNumber}\n{string.Join('\n', slot.Tags.Order(StringComparer.Ordinal))}");
}
