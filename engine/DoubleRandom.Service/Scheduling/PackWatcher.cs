using DoubleRandom.Service.Packs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Service.Scheduling;

/// <summary>Watches the pack folder of this machine and takes in what changes. A folder that cannot be read is reported and looked at again.</summary>
public sealed class PackWatcher(PackWatch watch, PackIntake intake, ILogger<PackWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (watch.Changed() is { } library)
                    await intake.TakeInAsync(library, stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Npgsql.NpgsqlException)
            {
                watch.LookAgain();
                log.LogError(failure, "The packs under {Root} could not be taken in; the last good versions run on.", watch.Root);
            }

            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
