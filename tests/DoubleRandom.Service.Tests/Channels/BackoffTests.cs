using DoubleRandom.Service.Channels;

namespace DoubleRandom.Service.Tests.Channels;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(8, 1440)]
    [InlineData(9, 1440)]
    public void NextAttemptAt_FollowsTheSchedule_WhenAttemptsAreLeft(int attempts, int minutes) =>
        Assert.Equal(FailedAt.AddMinutes(minutes), Backoff.NextAttemptAt(attempts, FailedAt));

    [Theory]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void NextAttemptAt_IsNull_WhenAttemptsAreUsedUp(int attempts) => Assert.Null(Backoff.NextAttemptAt(attempts, FailedAt));

    [Theory]
    [InlineData(1, 600, 10)]
    [InlineData(4, 600, 60)]
    [InlineData(1, 31_536_000, 1440)]
    public void NextAttemptAt_HonoursTheReceiversWish_WhenLongerThanTheScheduleAndWithinADay(int attempts, int wishSeconds, int minutes) =>
        Assert.Equal(FailedAt.AddMinutes(minutes), Backoff.NextAttemptAt(attempts, FailedAt, TimeSpan.FromSeconds(wishSeconds)));

    [Fact]
    public void NextAttemptAt_EndsWithinThreeDays_WhenEveryAttemptFails()
    {
        DateTimeOffset at = FailedAt;
        int attempts = 1;
        for (; Backoff.NextAttemptAt(attempts, at) is { } next; attempts++)
            at = next;

        Assert.Equal(Backoff.MostAttempts, attempts);
        Assert.InRange(at - FailedAt, TimeSpan.FromDays(2.5), TimeSpan.FromDays(3));
    }

    [Fact]
    public void NextAttemptAt_Throws_WhenNothingWasAttempted() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Backoff.NextAttemptAt(0, FailedAt));

    private static readonly DateTimeOffset FailedAt = new(2026, 3, 24, 1, 0, 0, TimeSpan.Zero);
}
