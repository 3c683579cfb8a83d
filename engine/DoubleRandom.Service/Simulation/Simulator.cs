using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Clocks;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Service.Simulation;

/// <summary>
/// Lives through a stretch of time in a county: the whole engine, composed as the server composes it, on a clock that steps from one point of interest to the next, with
/// modelled people. Nothing leaves the machine.
/// </summary>
public static class Simulator
{
    private static readonly TimeOnly Midnight = new(0, 5);

    /// <summary>Runs a simulation on an empty database of its own.</summary>
    /// <param name="order">What is to be simulated.</param>
    /// <param name="database">An empty database, which is filled.</param>
    /// <param name="dayOver">Told of each day that is over; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="PackNotAdoptedException">The pack does not validate, so that no engine would run it.</exception>
    public static async Task<SimulationLog> RunAsync(SimulationOrder order, Database database, Action<DateOnly>? dayOver, CancellationToken cancel)
    {
        var clock = new SteppedClock(JurisdictionZone.Of(order.Pack.Jurisdiction.TimeZone).At(order.From, Midnight));
        using var complaints = new EngineComplaints();
        await using var services = Engine(order, database, clock, complaints);
        var county = new SimulatedCounty(order, clock, database.Source);
        await SettleAsync(county, services, cancel);
        var life = new SimulatedLife(county, services, complaints);
        for (var day = order.From; day <= order.To; day = day.AddDays(1))
        {
            await life.LiveAsync(day, cancel);
            dayOver?.Invoke(day);
        }

        await life.EndAsync(cancel);
        return await new SimulationReader(county, life.Tasks).ReadAsync(cancel);
    }

    private static ServiceProvider Engine(SimulationOrder order, Database database, SteppedClock clock, EngineComplaints complaints)
    {
        // One worker, so that what is written is written in one order.
        var options = new EngineOptions(
            database, "", clock, new("http://simulation.invalid", true), new ChannelSet(new Dictionary<string, IChannel>(StringComparer.Ordinal)), new SweepOptions(TimeSpan.FromHours(1), Workers: 1), TimeSpan.FromSeconds(1));
        return new ServiceCollection().AddLogging(logging => logging.AddProvider(complaints).SetMinimumLevel(LogLevel.Warning)).AddEngine(options).BuildServiceProvider();
    }

    private static async Task SettleAsync(SimulatedCounty county, ServiceProvider services, CancellationToken cancel)
    {
        var own = county.Pack.Layers.ToHashSet(StringComparer.Ordinal);
        var library = new PackLibrary(county.Order.Library.Files.Where(file => own.Contains(file.Folder)).Concat(county.Order.Library.Calendars), county.Order.Library);
        var outcome = (await services.GetRequiredService<PackIntake>().TakeInAsync(library, cancel))[0];
        if (outcome.Outcome is not "adopted")
            throw new PackNotAdoptedException(county.Folder, outcome.Compiled.Diagnostics);
        await county.Source.InTransactionAsync(
            async connection =>
            {
                await PersonTable.ReplaceAsync(connection, county.Folder, county.Directory, cancel);
                return 0;
            },
            cancel);
    }
}
