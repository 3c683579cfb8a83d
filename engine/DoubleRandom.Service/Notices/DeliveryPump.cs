using System.Collections.Immutable;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Telemetry;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>The channels of this server, by the word that deliveries use: <c>mail</c>, <c>webhook</c>. A word without channel waits.</summary>
public sealed record ChannelSet(IReadOnlyDictionary<string, IChannel> ByWord);

/// <summary>Carries notices out of the outbox. An attempt is leased before it is made, so a node that dies in the middle leaves it to be made again with the same key.</summary>
public sealed class DeliveryPump(NpgsqlDataSource source, ChannelSet channels, TimeProvider time, ILogger<DeliveryPump> log)
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Tries every delivery whose time has come. Returns how many were delivered.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var delivered = 0;
        IReadOnlyList<PendingDelivery> claimed;
        do
        {
            claimed = await source.ReadAsync(connection => Store.Notices.Deliveries.ClaimAsync(connection, time.GetUtcNow(), Lease, Batch, cancel), cancel);
            var outcomes = await Task.WhenAll(claimed.Select(delivery => TryAsync(delivery, cancel)));
            delivered += outcomes.Count(outcome => outcome);
        }
        while (claimed.Count == Batch);
        return delivered;
    }

    private async Task<bool> TryAsync(PendingDelivery delivery, CancellationToken cancel)
    {
        using var trace = EngineMeter.Traces.StartActivity("deliver");
        trace?.SetTag("notice", delivery.Notice).SetTag("channel", delivery.Channel);
        var outcome = channels.ByWord.TryGetValue(delivery.Channel, out var channel)
            ? await AttemptAsync(channel, delivery, cancel)
            : new DeliveryOutcome.RetryLater(new($"未配置渠道 {delivery.Channel}", $"the channel {delivery.Channel} is not configured on this server"));
        var now = time.GetUtcNow();
        var (state, next, error) = outcome switch
        {
            DeliveryOutcome.Delivered => ("delivered", (DateTimeOffset?)null, (string?)null),
            DeliveryOutcome.RetryLater later when Backoff.NextAttemptAt(delivery.Attempts, now, later.NotBefore) is { } again => ("pending", again, later.Reason.ToString()),
            DeliveryOutcome.RetryLater later => ("dead", null, later.Reason.ToString()),
            DeliveryOutcome.Refused refused => ("dead", null, refused.Reason.ToString()),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        EngineMeter.Deliveries.Add(1, new("channel", delivery.Channel), new("outcome", state is "pending" ? "retry" : state));
        if (state is "dead")
            log.LogError("Dead letter: notice {Notice} by {Channel} to {Address}: {Error}", delivery.Notice, delivery.Channel, delivery.Address, error);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await Store.Notices.Deliveries.NoteAsync(connection, delivery, state, next, error, now, cancel);
        return state is "delivered";
    }

    /// <summary>A channel that throws breaks its promise; its delivery is counted and retried like any other, and holds up no other.</summary>
    private async Task<DeliveryOutcome> AttemptAsync(IChannel channel, PendingDelivery delivery, CancellationToken cancel)
    {
        try
        {
            return await channel.DeliverAsync(Message(delivery), cancel);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogError(bug, "The channel {Channel} threw at notice {Notice}.", delivery.Channel, delivery.Notice);
            return new DeliveryOutcome.RetryLater(new($"渠道 {delivery.Channel} 内部出错：{bug.Message}", $"the channel {delivery.Channel} failed inside: {bug.Message}"));
        }
    }

    private static OutgoingMessage Message(PendingDelivery delivery) => new(
        $"{delivery.Key}>{delivery.Address}", delivery.Address, delivery.Subject, delivery.Body, delivery.Language, delivery.CreatedAt,
        ImmutableDictionary<string, string>.Empty
            .Add("jurisdiction", delivery.Jurisdiction).Add("obligation", delivery.Obligation).Add("unit", delivery.Unit)
            .Add("period", delivery.Period).Add("kind", delivery.Kind));
}
