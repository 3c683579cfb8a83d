namespace DoubleRandom.Service.Channels;

/// <summary>A way out of the building for notices: mail, a webhook. One attempt per call; counting attempts and waiting is the caller's part.</summary>
public interface IChannel
{
    /// <summary>The word under which directory rows and outbox rows name this channel: <c>smtp</c>, <c>webhook</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Makes one attempt. A broken outside world (no route, hang, refusal, nonsense) is an outcome, never an exception, and is known within
    /// the channel's own time limit. The same message handed over twice carries the same key, so that a receiver can drop the second copy.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; nothing is known about the delivery.</exception>
    Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
