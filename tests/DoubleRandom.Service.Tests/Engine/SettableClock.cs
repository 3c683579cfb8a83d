using System.Globalization;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>A clock that stands until it is set; its times are written as a Chinese county reads them.</summary>
internal sealed class SettableClock : TimeProvider
{
    private long _ticks;

    public SettableClock(string beijing) => Set(beijing);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Sets the clock to a time in the zone of the packs: <c>2026-03-13 09:00</c>.</summary>
    public void Set(string beijing) => Set(At(beijing));

    public void Set(DateTimeOffset at) => Interlocked.Exchange(ref _ticks, at.UtcTicks);

    /// <summary>China has had no summer time since 1991, so the offset is a constant.</summary>
    public static DateTimeOffset At(string beijing) =>
        new DateTimeOffset(DateTime.Parse(beijing, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
