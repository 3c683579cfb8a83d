using System.Globalization;
using System.Text;

namespace DoubleRandom.Service.Feeds;

/// <summary>
/// Writes deadlines as an iCalendar feed (RFC 5545, with the name and refresh properties of RFC 7986) that any calendar program can subscribe to.
/// The same entries give the same bytes, so that a feed can carry an entity tag.
/// </summary>
public static class CalendarFeed
{
    /// <summary>The whole feed, with CRLF line ends, to be sent as <c>text/calendar; charset=utf-8</c>.</summary>
    /// <param name="name">The calendar's name as programs list it.</param>
    /// <param name="timeZone">IANA name of the jurisdiction's zone, such as <c>Asia/Shanghai</c>; the events themselves are whole civil days.</param>
    /// <param name="entries">The entries, in the order in which they are written.</param>
    public static string Write(string name, string timeZone, IEnumerable<CalendarEntry> entries)
    {
        StringBuilder feed = new();
        Line(feed, "BEGIN:VCALENDAR");
        Line(feed, "VERSION:2.0");
        Line(feed, "PRODID:-//DoubleRandom//Deadlines//ZH");
        Line(feed, "CALSCALE:GREGORIAN");
        Line(feed, "METHOD:PUBLISH");
        Text(feed, "NAME", name);
        Text(feed, "X-WR-CALNAME", name);
        Text(feed, "X-WR-TIMEZONE", timeZone);
        Line(feed, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Line(feed, "X-PUBLISHED-TTL:PT1H");
        foreach (CalendarEntry entry in entries)
            Event(feed, entry);
        Line(feed, "END:VCALENDAR");
        return feed.ToString();
    }

    private static void Event(StringBuilder feed, CalendarEntry entry)
    {
        string stamp = entry.StampAt.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(feed, "BEGIN:VEVENT");
        Text(feed, "UID", entry.Uid);
        Line(feed, $"DTSTAMP:{stamp}");
        Line(feed, $"LAST-MODIFIED:{stamp}");
        Line(feed, $"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(feed, $"DTSTART;VALUE=DATE:{Day(entry.DueOn)}");
        // The end of an all-day event is the first day that no longer belongs to it.
        Line(feed, $"DTEND;VALUE=DATE:{Day(entry.DueOn.AddDays(1))}");
        Text(feed, "SUMMARY", entry.Summary);
        Text(feed, "DESCRIPTION", Description(entry));
        if (entry.Url is not null)
            Line(feed, $"URL:{entry.Url.AbsoluteUri}");
        Line(feed, entry.Status == CalendarEntryStatus.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(feed, "TRANSP:TRANSPARENT");
        foreach (TimeSpan before in entry.Status == CalendarEntryStatus.Cancelled ? [] : entry.Alarms)
            Alarm(feed, before, entry.Summary);
        Line(feed, "END:VEVENT");
    }

    private static void Alarm(StringBuilder feed, TimeSpan before, string summary)
    {
        Line(feed, "BEGIN:VALARM");
        Line(feed, "ACTION:DISPLAY");
        Line(feed, $"TRIGGER:{Duration(-before)}");
        Text(feed, "DESCRIPTION", summary);
        Line(feed, "END:VALARM");
    }

    private static string Description(CalendarEntry entry) => entry.OpensOn is not { } opens
        ? entry.Description
        : string.Create(CultureInfo.InvariantCulture, $"{opens.Year}年{opens.Month}月{opens.Day}日起可办理 / opens on {opens:yyyy-MM-dd}\n{entry.Description}");

    private static string Duration(TimeSpan span)
    {
        TimeSpan size = span.Duration();
        string days = size.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{size.Days}D") : "";
        string clock = size.Hours > 0 || size.Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"T{size.Hours}H{size.Minutes}M") : "";
        return $"{(span < TimeSpan.Zero ? "-" : "")}P{(days + clock is { Length: > 0 } parts ? parts : "T0S")}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void Text(StringBuilder feed, string property, string value) => Line(feed, $"{property}:{ContentLine.Escape(value)}");

    private static void Line(StringBuilder feed, string line) => ContentLine.Append(feed, line);
}
