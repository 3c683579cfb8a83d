using DoubleRandom.Service.Notices;
using Quartz;

namespace DoubleRandom.Service.Scheduling;

/// <summary>Wakes the engine. It decides nothing: a beat that comes late, twice or on another node finds the same rows.</summary>
[DisallowConcurrentExecution]
public sealed class PulseJob(Pulse pulse) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await pulse.BeatAsync(cancellationToken);
}

/// <summary>Wakes the deliveries.</summary>
[DisallowConcurrentExecution]
public sealed class DeliveryJob(DeliveryPump pump) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await pump.RunAsync(cancellationToken);
}
