using System.Globalization;

namespace DoubleRandom.Service.Clocks;

/// <summary>A clock that stands on a chosen day until it is started and then runs faster than life: for showing a month in half a minute.</summary>
/// <param name="start">The instant at which it starts.</param>
/// <param name="speed">How many times faster than life it runs.</param>
/// <param name="life">The clock of life.</param>
public sealed class VirtualClock(DateTimeOffset start, double speed, TimeProvider life) : TimeProvider
{
    private const long Never = long.MinValue;

    private long _startedAt = Never;

    /// <summary>How many times faster than life it runs.</summary>
    public double Speed => speed;

    /// <summary>Starts it; a clock that runs goes on running.</summary>
    public void Begin() => Interlocked.CompareExchange(ref _startedAt, life.GetTimestamp(), Never);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Interlocked.Read(ref _startedAt) is var since and not Never ? start + life.GetElapsedTime(since) * speed : start;

    /// <summary>Reads a speed: virtual time per second of life, <c>1d/s</c>, <c>12h/s</c>, <c>90m/s</c>, <c>1s/s</c>.</summary>
    /// <returns>How many times faster than life, or null when the text is no speed between standing still and a year a second.</returns>
    public static double? ParseSpeed(string text)
    {
        if (!text.EndsWith("/s", StringComparison.Ordinal) || text.Length < 4)
            return null;
        double? unit = text[^3] switch { 'd' => 86400, 'h' => 3600, 'm' => 60, 's' => 1, _ => null };
        return unit is { } seconds && double.TryParse(text[..^3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number * seconds <= 366 * 86400d
            ? number * seconds
            : null;
    }
}
