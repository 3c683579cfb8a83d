using DoubleRandom.Store;
using DoubleRandom.Store.Demo;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Demo;

/// <summary>Tells whoever watches a demonstration, one line a simulated day, what the engine did on that day.</summary>
public sealed class DemoDiary(NpgsqlDataSource source, TimeProvider time, ILogger<DemoDiary> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var day = Today();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            for (var today = Today(); day < today; day = day.AddDays(1))
                await TellAsync(day, stoppingToken);
        }
    }

    private async Task TellAsync(DateOnly day, CancellationToken cancel)
    {
        var from = new DateTimeOffset(day, TimeOnly.MinValue, China).ToUniversalTime();
        var tally = await source.ReadAsync(connection => DayTally.OfAsync(connection, from, from.AddDays(1), cancel), cancel);
        log.LogInformation("{Day} {Tally}", Core.IsoText.Iso(day), tally);
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(China).DateTime);
}
