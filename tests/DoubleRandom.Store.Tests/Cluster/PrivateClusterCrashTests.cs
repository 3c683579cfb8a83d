using System.Globalization;
using Dapper;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Tests.Hosting;
using Npgsql;

namespace DoubleRandom.Store.Tests.Cluster;

public sealed class PrivateClusterCrashTests
{
    private const int CommitsBeforeTheBlow = 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restart_FindsEveryCommit_WhenProgramWasKilled(bool killServer)
    {
        using var folder = new TemporaryFolder();
        using var program = HostedProgram.Start("use", folder.Data);
        await program.ReadAsync("ready");
        for (var commit = 0; commit < CommitsBeforeTheBlow; commit++)
            await program.ReadAsync("committed");
        var server = Processes.Postmaster(folder.Data);
        if (killServer)
            Processes.Kill(server);
        await program.KillAsync();
        var lastSaid = await program.RemainingAsync() is [.., var line] ? Number(line) : CommitsBeforeTheBlow;

        await using var database = await OpenAsync(folder.Data);
        await using var connection = await database.Source.OpenConnectionAsync();
        var stored = await connection.ExecuteScalarAsync<long>("select count(*) from committed where number <= @lastSaid", new { lastSaid });
        Assert.Equal(lastSaid, stored);
        Assert.True(await Processes.EndsAsync(server));
    }

    [Fact]
    public async Task Server_EndsByItself_WhenProgramIsKilled()
    {
        using var folder = new TemporaryFolder();
        using var program = HostedProgram.Start("use", folder.Data);
        await program.ReadAsync("ready");
        var server = Processes.Postmaster(folder.Data);
        await program.KillAsync();
        Assert.True(await Processes.EndsAsync(server));
    }

    [Fact]
    public async Task Cluster_ComesBackWithEveryCommit_WhenServerIsKilled()
    {
        using var folder = new TemporaryFolder();
        await using var database = await OpenAsync(folder.Data);
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("create table kept as select 42 as answer");
        var killed = Processes.Postmaster(folder.Data);
        Processes.Kill(killed);

        Assert.True(await Processes.EndsAsync(killed));
        Assert.Equal(42, await AskWhenBackAsync(database));
        Assert.NotEqual(killed, Processes.Postmaster(folder.Data));
    }

    [Fact]
    public async Task Cluster_StopsTheOrphan_WhenServerWasNotTiedToItsProgram()
    {
        using var folder = new TemporaryFolder();
        var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        await cluster.DisposeAsync();
        var orphan = Orphan.Start(folder.Data);
        var otherName = Directory.CreateSymbolicLink(folder.Data + "-link", folder.Data).FullName;
        await using var again = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = Path.Combine(otherName, "..", "d-link") });
        Assert.NotEqual(orphan, Processes.Postmaster(folder.Data));
        Assert.True(await Processes.EndsAsync(orphan));
    }

    [Fact]
    public async Task Dispose_StopsTheServerAndFreesTheFolder()
    {
        using var folder = new TemporaryFolder();
        for (var run = 0; run < 3; run++)
        {
            var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
            var server = Processes.Postmaster(folder.Data);
            await cluster.DisposeAsync();
            Assert.True(await Processes.EndsAsync(server));
            Assert.False(File.Exists(Path.Combine(folder.Data, "data", "postmaster.pid")));
        }
    }

    private static Task<Database> OpenAsync(string folder) => Database.OpenAsync(new DatabaseOptions { DataFolder = folder }, TimeProvider.System);

    private static long Number(string line) => long.Parse(line.AsSpan(line.IndexOf(' ') + 1), CultureInfo.InvariantCulture);

    private static async Task<int> AskWhenBackAsync(Database database)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                database.Source.Clear(); // A session of the killed server may still answer for a moment.
                await using var connection = await database.Source.OpenConnectionAsync();
                return await connection.ExecuteScalarAsync<int>("select answer from kept");
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
