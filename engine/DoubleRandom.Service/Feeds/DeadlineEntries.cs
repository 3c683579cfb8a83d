using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Service.Feeds;

/// <summary>Turns the deadlines of a jurisdiction into calendar entries, by the pack that runs.</summary>
/// <param name="pack">Names, articles and ladders.</param>
/// <param name="language"><c>zh</c> or <c>en</c>.</param>
/// <param name="urlOf">The page of a deadline.</param>
public sealed class DeadlineEntries(Pack pack, string language, Func<DeadlineRow, Uri> urlOf)
{
    private readonly JurisdictionZone _zone = JurisdictionZone.Of(pack.Jurisdiction.TimeZone);
    private readonly Dictionary<string, Obligation> _obligations = pack.Obligations.ToDictionary(obligation => obligation.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _units = pack.Units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);

    /// <summary>One deadline as an entry. Its UID is its natural key, its number counts its changes, its stamp tells when it last changed.</summary>
    public CalendarEntry Of(DeadlineRow row)
    {
        var obligation = _obligations.GetValueOrDefault(row.Obligation);
        return new(
            $"{row.Key}@doublerandom", Sequence(row), row.DueOn, row.OpensOn < row.DueOn ? row.OpensOn : null,
            Summary(row, obligation), Description(row, obligation), urlOf(row), Status(row), row.ChangedAt ?? row.MadeAt, obligation is null ? [] : Alarms(row, obligation));
    }

    /// <summary>Waiving and meeting strike an entry out without being a revision of the plan, so they count one more.</summary>
    private static int Sequence(DeadlineRow row) => row.Revision + (row.Status is "open" or "withdrawn" or "history" ? 0 : 1);

    private static CalendarEntryStatus Status(DeadlineRow row) => row.Status is "open" ? CalendarEntryStatus.Confirmed : CalendarEntryStatus.Cancelled;

    private string Summary(DeadlineRow row, Obligation? obligation)
    {
        var what = obligation?.Name.In(language) ?? row.Obligation;
        var who = _units.TryGetValue(row.Unit, out var unit) ? unit.Name.In(language) : row.Unit;
        return language is "en" ? $"{who}: {what}{Ending(row).En}" : $"{who}：{what}{Ending(row).Zh}";
    }

    private static Bilingual Ending(DeadlineRow row) => row.Status switch
    {
        "met" => new("（已办结）", " (met)"),
        "met-late" => new("（逾期办结）", " (met late)"),
        "waived" => new("（已免办）", " (waived)"),
        "withdrawn" => new("（已撤销）", " (withdrawn)"),
        _ => new("", ""),
    };

    private string Description(DeadlineRow row, Obligation? obligation) => string.Join('\n', Sentences(row, obligation).Select(sentence => sentence.In(language)));

    private IEnumerable<Bilingual> Sentences(DeadlineRow row, Obligation? obligation)
    {
        if (obligation is { Basis: { Local: null } basis })
        {
            var title = pack.Documents.GetValueOrDefault(basis.Document!)?.Title ?? basis.Document;
            yield return new($"依据：《{title}》{basis.Article}", $"Basis: \"{title}\" {basis.Article}");
        }
        else if (obligation is not null)
        {
            yield return new($"本地规定（非法定）：{obligation.Basis.Local!.Zh}", $"Local rule, not law: {obligation.Basis.Local!.En}");
        }

        if (row.Strength is "should")
            yield return new("提示性要求，不作督办", "The text advises this; it does not oblige");
        if (row.ExtendedOn is { } extended)
            yield return new($"原定 {row.PlannedOn.Iso()}，延期至 {extended.Iso()}：{row.Reason}", $"Planned for {row.PlannedOn.Iso()}, extended to {extended.Iso()}: {row.Reason}");
        if (row.Provisional)
            yield return new("放假安排尚未公布，日期为暂定", "The holiday notice has not been issued: the date is provisional");
    }

    private TimeSpan[] Alarms(DeadlineRow row, Obligation obligation)
    {
        var dayBegins = _zone.At(row.DueOn, TimeOnly.MinValue).UtcDateTime;
        var reminders = obligation.Ladder.Rungs.Where(rung => rung.Kind == RungKind.Reminder).Select(rung => rung.Id).ToHashSet(StringComparer.Ordinal);
        return [.. row.RungIds.Zip(row.RungAt).Where(rung => reminders.Contains(rung.First)).Select(rung => dayBegins - rung.Second).Distinct()];
    }
}
