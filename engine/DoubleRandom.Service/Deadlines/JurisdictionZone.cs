using System.Collections.Concurrent;

namespace DoubleRandom.Service.Deadlines;

/// <summary>The civil time of a jurisdiction: dates are meant there, whatever the machine's zone.</summary>
public sealed class JurisdictionZone
{
    private static readonly ConcurrentDictionary<string, JurisdictionZone> Known = new(StringComparer.Ordinal);
    private readonly TimeZoneInfo _zone;

    private JurisdictionZone(string timeZone) => _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    /// <summary>The zone of an IANA name, which the compiler found to exist.</summary>
    public static JurisdictionZone Of(string timeZone) => Known.GetOrAdd(timeZone, static name => new(name));

    /// <summary>The civil day on which an instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime);

    /// <summary>The instant (UTC) of a time of day; a time that a change of the clock leaves out is taken as the one after it.</summary>
    public DateTimeOffset At(DateOnly on, TimeOnly at)
    {
        var local = on.ToDateTime(at, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new(TimeZoneInfo.ConvertTimeToUtc(local, _zone), TimeSpan.Zero);
    }

    /// <summary>The instant (UTC) at which a day closes: <c>24:00</c>, <c>office-hours</c> (their end) or <c>HH:mm</c>.</summary>
    public DateTimeOffset Closing(DateOnly on, string closesAt, TimeOnly officeCloses) => closesAt switch
    {
        "24:00" => At(on.AddDays(1), TimeOnly.MinValue),
        "office-hours" => At(on, officeCloses),
        _ => At(on, TimeOnly.ParseExact(closesAt, "HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
    };
}
