using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Output;

/// <summary>What was not planned, in as few sentences as there are reasons.</summary>
internal static class GapList
{
    /// <summary>The sentences; those of one document or one event joined.</summary>
    public static IEnumerable<string> Of(Call call, Pack pack, IReadOnlyList<NotPlanned> gaps, DateSpan span) =>
        Telling(gaps, span).GroupBy(gap => (gap.Reason, gap.On, Detail: IsGrouped(gap) ? gap.Detail : gap.Text.Zh)).SelectMany(group => Sentences(call, pack, [.. group]));

    /// <summary>What lapsed before the span began waits for nothing, and a document that lapsed needs no reminder that it will.</summary>
    private static IEnumerable<NotPlanned> Telling(IReadOnlyList<NotPlanned> gaps, DateSpan span)
    {
        var gone = gaps.Where(gap => gap.Reason == NotPlannedReason.Lapsed && gap.On < span.From).Select(gap => gap.Obligation).ToHashSet(StringComparer.Ordinal);
        return gaps.Where(gap => gap.Reason switch
        {
            NotPlannedReason.WaitingForEvent => !gone.Contains(gap.Obligation),
            NotPlannedReason.Lapsed => !gap.Obligation.StartsWith("document.", StringComparison.Ordinal),
            _ => true,
        });
    }

    private static bool IsGrouped(NotPlanned gap) => gap.Reason is NotPlannedReason.Lapsed or NotPlannedReason.NotYetInForce or NotPlannedReason.WaitingForEvent;

    private static IEnumerable<string> Sentences(Call call, Pack pack, IReadOnlyList<NotPlanned> group)
    {
        var (reason, on, detail) = (group[0].Reason, group[0].On?.Iso(), group[0].Detail);
        var title = pack.Documents.GetValueOrDefault(detail)?.Title ?? detail;
        var duties = string.Join(call.Say("、", ", "), group.Select(gap => pack.Obligation(gap.Obligation)?.Name).OfType<Bilingual>().Select(call.Say).Distinct(StringComparer.Ordinal));
        return reason switch
        {
            NotPlannedReason.Lapsed => [call.Say($"《{title}》已于 {on} 失效，此后不再产生：{duties}", $"\"{title}\" lapsed on {on}: after it none of these arise: {duties}")],
            NotPlannedReason.NotYetInForce => [call.Say($"《{title}》自 {on} 起施行，此前不产生：{duties}", $"\"{title}\" is in force from {on}: before it none of these arise: {duties}")],
            NotPlannedReason.WaitingForEvent => [call.Say($"等待事件 {detail}：{duties}", $"waiting for {detail}: {duties}")],
            _ => group.Select(gap => call.Say(gap.Text)),
        };
    }
}
