using DoubleRandom.Service.Clocks;
using DoubleRandom.Service.Packs;
using DoubleRandom.Web.Api.Health;
using Microsoft.Extensions.Hosting;

namespace DoubleRandom.Web;

/// <summary>Starts the clock of a demonstration when the server is ready and its packs are in: a day that passed before that would be a day in which nobody was reminded.</summary>
internal sealed class DemoClock(VirtualClock clock, PackIntake intake, Readiness readiness) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await intake.TakenIn.WaitAsync(stoppingToken);
        while ((await readiness.CheckAsync(stoppingToken)).Status is not "ready")
            await Task.Delay(Look, stoppingToken);
        clock.Begin();
    }
}
