namespace DoubleRandom.Service.Feeds;

/// <summary>One deadline as an all-day event on the day it is due.</summary>
/// <param name="Uid">The deadline's natural key; the same for the deadline's whole life, so that a moved event replaces itself.</param>
/// <param name="Sequence">0 at first, one more at every change; calendars ignore an event whose number went down.</param>
/// <param name="DueOn">The civil date in the jurisdiction on which it is due.</param>
/// <param name="OpensOn">The first day on which it can be done, for windows; told in the description, because an event lasting weeks hides the days beneath it.</param>
/// <param name="Summary">One line: what is due, and from whom.</param>
/// <param name="Description">Basis, reading and derivation; may have many lines.</param>
/// <param name="Url">The deadline's page; null where the feed has none to point to.</param>
/// <param name="Status">Whether it still stands.</param>
/// <param name="StampAt">When this state of the deadline was computed (UTC), not when the feed was fetched: an unchanged feed stays byte-identical.</param>
/// <param name="Alarms">How long before the beginning of the due day to ring; a negative span rings after it (-9 h is nine o'clock on the day).</param>
public sealed record CalendarEntry(
    string Uid,
    int Sequence,
    DateOnly DueOn,
    DateOnly? OpensOn,
    string Summary,
    string Description,
    Uri? Url,
    CalendarEntryStatus Status,
    DateTimeOffset StampAt,
    IReadOnlyList<TimeSpan> Alarms);
