using System.Collections.Concurrent;
using DoubleRandom.Service.Channels;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>A way out that keeps what it was given and answers as the test says; delivered unless told otherwise.</summary>
internal sealed class RecordingChannel : IChannel
{
    public ConcurrentQueue<OutgoingMessage> Sent { get; } = new();

    /// <summary>What becomes of each attempt.</summary>
    public Func<OutgoingMessage, DeliveryOutcome> Answer { get; set; } = _ => new DeliveryOutcome.Delivered();

    public string Name => "mail";

    public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return Task.FromResult(Answer(message));
    }
}
