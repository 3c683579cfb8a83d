namespace DoubleRandom.Core.Planning;

/// <summary>A rung of one deadline on its day: a notice that will be sent.</summary>
public sealed record PlannedRung(Deadline Deadline, RungDate Date);

/// <summary>What a change of law, calendar or units does to a plan: deadlines and notices that appear, move and vanish.</summary>
/// <param name="Deadlines">By <see cref="Deadline.Key"/>; moved when opening day, due day or closing time differ.</param>
/// <param name="Rungs">By deadline and the rung's id; moved when day or hour differ.</param>
public sealed record PlanDiff(PlanChanges<Deadline> Deadlines, PlanChanges<PlannedRung> Rungs)
{
    /// <summary>Whether both plans say the same.</summary>
    public bool IsEmpty => Deadlines.IsEmpty && Rungs.IsEmpty;

    /// <summary>Compares two plans. Of several deadlines with one key the first counts.</summary>
    public static PlanDiff Of(IEnumerable<Deadline> old, IEnumerable<Deadline> @new)
    {
        var (before, after) = (ByKey(old), ByKey(@new));
        return new(
            Compare(before, after, (a, b) => (a.OpensOn, a.DueOn, a.ClosesAt) == (b.OpensOn, b.DueOn, b.ClosesAt)),
            Compare(RungsOf(before), RungsOf(after), (a, b) => (a.Date.On, a.Date.At) == (b.Date.On, b.Date.At)));
    }

    /// <summary>The changes to deadlines due within a span, before or after. Compare wider plans and cut the result here: else what moves across the border seems to vanish.</summary>
    public PlanDiff Within(DateOnly from, DateOnly to) => new(
        Deadlines.Where(deadline => deadline.DueOn >= from && deadline.DueOn <= to),
        Rungs.Where(rung => rung.Deadline.DueOn >= from && rung.Deadline.DueOn <= to));

    private static Dictionary<DeadlineKey, Deadline> ByKey(IEnumerable<Deadline> plan)
    {
        var byKey = new Dictionary<DeadlineKey, Deadline>();
        foreach (var deadline in plan)
            byKey.TryAdd(deadline.Key, deadline);
        return byKey;
    }

    /// <summary>A rung that comes several times, as one for quotas may, is told apart by its number.</summary>
    private static Dictionary<(DeadlineKey, string, int), PlannedRung> RungsOf(Dictionary<DeadlineKey, Deadline> deadlines) =>
        (from deadline in deadlines.Values
         from rungs in deadline.Ladder.GroupBy(date => date.Rung.Id, StringComparer.Ordinal)
         from rung in rungs.Select((date, number) => (Key: (deadline.Key, rungs.Key, number), Rung: new PlannedRung(deadline, date)))
         select rung).ToDictionary(pair => pair.Key, pair => pair.Rung);

    private static PlanChanges<T> Compare<TKey, T>(Dictionary<TKey, T> old, Dictionary<TKey, T> @new, Func<T, T, bool> same)
        where TKey : notnull
        where T : notnull => new(
            [.. @new.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            [.. @new.Where(pair => old.TryGetValue(pair.Key, out var before) && !same(before, pair.Value)).Select(pair => new Move<T>(old[pair.Key], pair.Value))],
            [.. old.Where(pair => !@new.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
}
