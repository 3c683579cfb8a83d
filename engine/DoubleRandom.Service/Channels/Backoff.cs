namespace DoubleRandom.Service.Channels;

/// <summary>
/// When to try a failed delivery again. After the failed attempt number 1, 2, … the waits are 1 and 5 minutes, 15 minutes, 1, 3, 6, 12 and
/// 24 hours, and 24 hours again; the tenth failure, a little under three days after the first, makes a dead letter. The short waits ride out a restart of the mail
/// server, the long ones a weekend without staff.
/// </summary>
public static class Backoff
{
    /// <summary>How many attempts a delivery gets in all.</summary>
    public const int MostAttempts = 10;

    /// <summary>The instant of the next attempt, or null when the delivery is now a dead letter.</summary>
    /// <param name="attempts">Attempts made so far, all failed; at least 1.</param>
    /// <param name="failedAt">When the last of them failed (UTC).</param>
    /// <param name="notBefore">The receiver's own wish (<see cref="DeliveryOutcome.RetryLater"/>); honoured when longer than the schedule, up to one day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is below 1.</exception>
    public static DateTimeOffset? NextAttemptAt(int attempts, DateTimeOffset failedAt, TimeSpan? notBefore = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts >= MostAttempts)
            return null;
        TimeSpan wait = Waits[attempts - 1];
        TimeSpan wished = notBefore is { } wish && wish < LongestWish ? wish : notBefore is null ? TimeSpan.Zero : LongestWish;
        return failedAt + (wished > wait ? wished : wait);
    }

    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(1);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];
}
