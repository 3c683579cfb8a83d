using DoubleRandom.Core;

namespace DoubleRandom.Service.Channels;

/// <summary>What became of one attempt: <see cref="Delivered"/>, <see cref="RetryLater"/> or <see cref="Refused"/>; nothing else exists.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The receiving system took responsibility for the message.</summary>
    public sealed record Delivered : DeliveryOutcome;

    /// <summary>It did not work now and may work later: try again by <see cref="Backoff"/>.</summary>
    /// <param name="Reason">What happened and whom to ask, in both languages, for the delivery log.</param>
    /// <param name="NotBefore">How long the receiver asked to be left alone; null when it did not say.</param>
    public sealed record RetryLater(Bilingual Reason, TimeSpan? NotBefore = null) : DeliveryOutcome;

    /// <summary>The receiver will never take this message at this address: a dead letter at once.</summary>
    /// <param name="Reason">What happened and what to mend, in both languages, for the delivery log.</param>
    public sealed record Refused(Bilingual Reason) : DeliveryOutcome;

    internal static DeliveryOutcome Done { get; } = new Delivered();

    internal static DeliveryOutcome Retry(string zh, string en, TimeSpan? notBefore = null) => new RetryLater(new(zh, en), notBefore);

    internal static DeliveryOutcome Never(string zh, string en) => new Refused(new(zh, en));
}
