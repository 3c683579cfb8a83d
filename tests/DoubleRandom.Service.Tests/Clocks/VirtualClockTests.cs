using DoubleRandom.Service.Clocks;

namespace DoubleRandom.Service.Tests.Clocks;

public class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Clock_StandsOnItsStart_UntilItBegins()
    {
        var life = new Life();
        var clock = new VirtualClock(Start, 86_400, life);

        life.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(Start, clock.GetUtcNow());

        clock.Begin();
        life.Pass(TimeSpan.FromSeconds(2));
        clock.Begin();
        Assert.Equal(Start.AddDays(2), clock.GetUtcNow());
    }

    private sealed class Life : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
