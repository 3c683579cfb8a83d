using System.Diagnostics.Metrics;
using DoubleRandom.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Telemetry;

/// <summary>How the engine stands, as gauges: counted in the database every fifteen seconds, and whenever somebody asks.</summary>
public sealed class EngineGauges : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly ILogger<EngineGauges> _log;
    private volatile Standing? _standing;

    /// <summary>Creates the gauges on a meter of this server's own, so that two servers in one process do not mix.</summary>
    public EngineGauges(NpgsqlDataSource source, TimeProvider time, ILogger<EngineGauges> log)
    {
        (_source, _time, _log) = (source, time, log);
        Gauge("doublerandom.deadlines.open", "{deadline}", "Open deadlines", standing => standing.Open);
        Gauge("doublerandom.deadlines.overdue", "{deadline}", "Binding deadlines that the clock has closed", standing => standing.Overdue);
        Gauge("doublerandom.deliveries.pending", "{delivery}", "Deliveries still to be made", standing => standing.PendingDeliveries);
        Gauge("doublerandom.deliveries.dead", "{delivery}", "Deliveries given up: dead letters", standing => standing.DeadLetters);
        Gauge("doublerandom.rungs.lag", "s", "How long the oldest due rung has waited", standing => Lag(standing.OldestRungAt, _time.GetUtcNow()).TotalSeconds);
    }

    /// <summary>The meter that carries the gauges.</summary>
    public Meter Meter { get; } = new(EngineMeter.Name + ".Standing");

    /// <summary>How long a rung has waited; zero when it is still to come.</summary>
    public static TimeSpan Lag(DateTimeOffset? rungAt, DateTimeOffset now) => rungAt < now ? now - rungAt.Value : TimeSpan.Zero;

    /// <summary>Counts anew.</summary>
    public async Task RefreshAsync(CancellationToken cancel) =>
        _standing = await _source.ReadAsync(connection => Standing.OfAsync(connection, _time.GetUtcNow(), cancel), cancel);

    /// <inheritdoc />
    public override void Dispose()
    {
        Meter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                // The gauges fall silent rather than tell what was true before.
                _standing = null;
                _log.LogWarning(failure, "The engine's standing could not be counted.");
            }

            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Gauge(string name, string unit, string description, Func<Standing, double> value) =>
        Meter.CreateObservableGauge(name, () => _standing is { } standing ? [new Measurement<double>(value(standing))] : Array.Empty<Measurement<double>>(), unit, description);
}
