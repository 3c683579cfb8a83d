using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Simulation;
using DoubleRandom.Store;
using DoubleRandom.Web.Tests.Pages;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>The public pages of Mouding after a simulated year, in which units worked through every procedure.</summary>
public sealed class PublicYearFixture : PagesFixture
{
    public const string Folder = "532323-mouding";

    public SimulationLog Log { get; private set; } = null!;

    /// <summary>What officers write where no field asks for it.</summary>
    private async Task WriteOfPersonsAsync()
    {
        var file = "id,personName,unit,credential,credentialTo\nMD-001,欧阳执法,market-regulation,YN-2026-0042,2028-12-31\n";
        var report = await Service<DirectoryUpdate>().RunAsync(Service<RunningPacks>().Of(Folder)!, new(InspectorSheet.Id, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(file)), null, default);
        Assert.Empty(report.Faults);
        const string body = """{"target":{"code":"91532323MA00000000","name":"牟定县某店"},"category":"未发现问题","handling":"由欧阳执法（YN-2026-0042）电话13895012345告知，身份证11010519491231002X"}""";
        await Postgres.Source.InTransactionAsync(
            connection => Service<StatementPublisher>().WriteAsync(connection, Folder, [new(new(StatementKind.Result, "task-1/x", StatementAct.Publish, "牟定县某店", body, new(2027, 1, 4)))], Clock.Now, default), default);
    }

    protected override async Task PrepareAsync()
    {
        var library = PackFolder.Read(Repository.Root);
        var pack = PackCompiler.Compile(library, Folder).Pack!;
        var order = new SimulationOrder(library, pack, new(2026, 1, 1), new(2026, 12, 31), 7, Behaviour.Usual);
        Log = await Simulator.RunAsync(order, Postgres.Database, null, default);
        Clock.Now = new(2027, 1, 4, 2, 0, 0, TimeSpan.Zero);
        await Service<RunningPacks>().RefreshAsync(default);
        await WriteOfPersonsAsync();
        await Service<LedgerSigner>().AllAsync(default);
    }
}
