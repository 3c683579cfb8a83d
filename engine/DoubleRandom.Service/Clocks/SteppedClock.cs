namespace DoubleRandom.Service.Clocks;

/// <summary>A clock that stands until somebody sets it to a later instant: a simulation goes from one point of interest to the next and never waits.</summary>
/// <param name="start">Where it stands first.</param>
public sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Sets it. Time does not run backwards: an earlier instant changes nothing.</summary>
    public void Reach(DateTimeOffset at) => Interlocked.Exchange(ref _ticks, Math.Max(Interlocked.Read(ref _ticks), at.UtcTicks));

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
