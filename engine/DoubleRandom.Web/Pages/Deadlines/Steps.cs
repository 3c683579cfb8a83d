using DoubleRandom.Core;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Web.Pages.Wording;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>The ladder of a deadline as it went and will go.</summary>
internal static class Steps
{
    public static IReadOnlyList<LadderStep> Of(Pack pack, DeadlineRow row, IReadOnlyList<NoticeRow> notices, DateTimeOffset now)
    {
        var ladder = pack.Obligation(row.Obligation)?.Ladder;
        return [.. row.RungIds.Select((id, i) =>
        {
            var rung = ladder?.Rungs.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
            var at = new DateTimeOffset(row.RungAt[i], TimeSpan.Zero);
            var cover = $"{row.Obligation}/{row.Unit}/{row.Period}#{id}@";
            var told = notices.Where(notice => Array.Exists(notice.Covers, one => one.StartsWith(cover, StringComparison.Ordinal))).ToArray();
            return new LadderStep(rung, id, at, StateOf(row, i, at, told.Length > 0, now), Audience(pack, row, rung), told);
        })];
    }

    private static string StateOf(DeadlineRow row, int place, DateTimeOffset at, bool isTold, DateTimeOffset now)
    {
        if (isTold && at <= now)
            return "sent";
        if (place < row.FirstRung)
            return "before";
        if (at <= now)
            return row.NextRungAt is not null && place >= row.NextRung ? "waiting" : "skipped";
        if (row.NextRungAt is null)
            return "stopped";
        return place == row.NextRung ? "next" : "coming";
    }

    private static Bilingual[] Audience(Pack pack, DeadlineRow row, Rung? rung)
    {
        if (rung is null || pack.Unit(row.Unit) is not { } unit)
            return [];
        return [.. NoticeRules.Audience(pack, unit, rung, row.DueOn).Select(recipient => Named(pack, recipient))];
    }

    private static Bilingual Named(Pack pack, Recipient recipient)
    {
        var (unit, function) = (pack.Unit(recipient.Unit)?.Name ?? new(recipient.Unit, recipient.Unit), Words.Function(recipient.Function));
        return new($"{unit.Zh}{function.Zh}", $"{unit.En}, {function.En}");
    }
}
