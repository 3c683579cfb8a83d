using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Simulation;
using DoubleRandom.Web.Tests.Pages;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>The public pages of Mouding after a simulated year, in which units worked through every procedure.</summary>
public sealed class PublicYearFixture : PagesFixture
{
    public const string Folder = "532323-mouding";

    public SimulationLog Log { get; private set; } = null!;

    protected override async Task PrepareAsync()
    {
        var library = PackFolder.Read(Repository.Root);
        var pack = PackCompiler.Compile(library, Folder).Pack!;
        var order = new SimulationOrder(library, pack, new(2026, 1, 1), new(2026, 12, 31), 7, Behaviour.Usual);
        Log = await Simulator.RunAsync(order, Postgres.Database, null, default);
        Clock.Now = new(2027, 1, 4, 2, 0, 0, TimeSpan.Zero);
        await Service<RunningPacks>().RefreshAsync(default);
        await Service<LedgerSigner>().AllAsync(default);
    }
}
