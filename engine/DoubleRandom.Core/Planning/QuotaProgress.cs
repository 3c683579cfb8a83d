using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>How far a quota has come in one period.</summary>
/// <param name="Counted">How many events happened.</param>
/// <param name="Required">How many are needed.</param>
/// <param name="Allowed">How many are allowed; null when there is no upper limit.</param>
/// <param name="MetOn">The day on which enough had happened; null while they have not.</param>
/// <param name="Behind">The days at whose beginning too few had happened: after the k-th of n equal parts, fewer than k.</param>
public sealed record QuotaProgress(int Counted, int Required, int? Allowed, DateOnly? MetOn, IReadOnlyList<DateOnly> Behind)
{
    /// <summary>Whether more happened than the text allows.</summary>
    public bool IsOver => Allowed is { } allowed && Counted > allowed;

    /// <summary>Counts the events that fall into the period and concern the unit; <paramref name="events"/> are those of the quota, in <see cref="PlanEvent.Order"/>.</summary>
    public static QuotaProgress Of(When.Quota quota, Occurrence period, string unit, IReadOnlyList<PlanEvent> events)
    {
        var days = events
            .Where(e => e.On >= period.OpensOn && e.On <= period.DueOn)
            .Where(e => e.Unit is null || string.Equals(e.Unit, unit, StringComparison.Ordinal))
            .Select(e => e.On)
            .ToArray();
        return new(days.Length, quota.Min, quota.Max, days.Length >= quota.Min && quota.Min > 0 ? days[quota.Min - 1] : null, BehindOn(quota, period, days));
    }

    private static DateOnly[] BehindOn(When.Quota quota, Occurrence period, DateOnly[] days)
    {
        var length = period.DueOn.DayNumber - period.OpensOn.DayNumber + 1;
        return
        [
            .. Enumerable.Range(1, Math.Max(0, quota.Min - 1))
                .Select(part => (part, on: period.OpensOn.AddDays(length * part / quota.Min)))
                .Where(check => days.Count(day => day < check.on) < check.part)
                .Select(check => check.on),
        ];
    }
}
