using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Benchmarks;

/// <summary>The real engine over made-up counties and a clock that stands still.</summary>
internal sealed class BenchEngine
{
    private readonly IReadOnlyList<Pack> _counties;
    private readonly Reconciler _reconciler;

    public BenchEngine(BenchDatabase bench, IReadOnlyList<Pack> counties)
    {
        _counties = counties;
        var options = new EngineOptions(bench.Database, Counties.Root, Clock, new NoticeSettings("http://127.0.0.1:5080"), new ChannelSet(new Dictionary<string, IChannel>(StringComparer.Ordinal)), SweepOptions.Usual, TimeSpan.FromSeconds(1));
        Services = new ServiceCollection().AddLogging().AddEngine(options).BuildServiceProvider();
        _reconciler = Services.GetRequiredService<Reconciler>();
        foreach (var county in counties)
            Services.GetRequiredService<RunningPacks>().Keep(county);
    }

    public static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SettableClock Clock { get; } = new(Now);

    public ServiceProvider Services { get; }

    /// <summary>So many counties that they have at least that many deadlines, known to the database with their events.</summary>
    public static async Task<IReadOnlyList<Pack>> CountiesAsync(BenchDatabase bench, int rows)
    {
        var counties = new List<Pack>();
        var made = Counties.Make(3000);
        for (var (i, planned) = (0, 0); planned < rows; i++)
        {
            counties.Add(made[i]);
            planned += Planner.Plan(Request(made[i])).Deadlines.Count();
        }

        await bench.Source.InTransactionAsync(
            async connection =>
            {
                foreach (var county in counties)
                {
                    var who = county.Jurisdiction;
                    await PackVersions.AdoptAsync(connection, new(who.Folder, who.Code, who.Name.Zh, who.Name.En, who.TimeZone, county.ContentHash, new(2026, 1, 1), null, null), county.ContentHash, [], Now, default);
                    foreach (var happened in Events(county))
                        await EventLog.RecordAsync(connection, who.Folder, happened, "bench", Now, default);
                }

                return 0;
            },
            default);
        return counties;
    }

    public static PlanRequest Request(Pack county) =>
        new(county, new DateOnly(2026, 1, 1).AddMonths(-Reconciler.HistoryMonths), new DateOnly(2026, 1, 1).AddMonths(Reconciler.HorizonMonths), Events(county), new DateOnly(2026, 1, 1));

    /// <summary>Makes the counties the running ones, as a server does at every beat.</summary>
    public Task RefreshAsync() => Services.GetRequiredService<RunningPacks>().RefreshAsync(default);

    public async Task ReconcileAllAsync()
    {
        foreach (var county in _counties)
            await _reconciler.OneAsync(county.Jurisdiction.Folder, default);
    }

    private static IReadOnlyList<PlanEvent> Events(Pack county) => Counties.Events(county, new(2026, 1, 1), 2);
}

/// <summary>A clock that is set by hand.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
