using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store.Notices;

namespace DoubleRandom.Service.Publication.Circulars;

/// <summary>Which deadlines the circulars of a notice are about, and under which key each becomes public.</summary>
internal static class CircularDeadlines
{
    private const int Parts = 3;

    /// <summary>The deadlines of a notice's circulars; of a correction that deadline of which it tells, since a circular may have been published.</summary>
    public static IReadOnlyList<DeadlineKey> Of(Pack pack, NoticeRow notice)
    {
        if (notice.Obligation.Length > 0)
            return notice.Circular || notice.Kind is "correction" ? [new(notice.Jurisdiction, notice.Obligation, notice.Unit, notice.Period)] : [];
        return notice.Circular ? [.. notice.Covers.Select(cover => Covered(pack, cover)).OfType<DeadlineKey>().Distinct()] : [];
    }

    /// <summary>The key of the public record: the same deadline is told of in one circular, whichever notice it was drafted with.</summary>
    public static string KeyOf(DeadlineKey deadline) => string.Concat(
        $"{deadline.Obligation}/{deadline.Unit}/{deadline.Period}".Select(letter => char.IsControl(letter) || letter is '?' or '#' or '%' or '\\' ? '_' : letter));

    /// <summary>The deadline of a rung that drafts a circular, from <c>obligation/unit/period#rung@due</c>; null for other rungs.</summary>
    private static DeadlineKey? Covered(Pack pack, string cover)
    {
        var end = cover.LastIndexOf('#');
        if (end < 0 || cover[..end].Split('/', Parts) is not [var obligation, var unit, var period])
            return null;
        var rung = cover[(end + 1)..].Split('@')[0];
        return pack.Obligation(obligation)?.Ladder.Rungs.FirstOrDefault(one => one.IsOf(rung))?.Circular == true ? new(pack.Jurisdiction.Folder, obligation, unit, period) : null;
    }
}
