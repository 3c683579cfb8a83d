using System.Globalization;
using Dapper;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Tests.Hosting;
using Npgsql;
using Xunit.Abstractions;

namespace DoubleRandom.Store.Tests.Cluster;

[Collection(nameof(TimedAlone))]
public sealed class PrivateClusterStartTests(ITestOutputHelper output)
{
    private const int ColdLimit = 1500;
    private const int WarmLimit = 500;
    private const int Attempts = 3;

    [Fact]
    public async Task FirstQuery_IsInTime_WhenFolderIsNewAndWhenItIsNot()
    {
        var (cold, warm) = (new List<double>(), new List<double>());
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var folder = new TemporaryFolder();
            var slowness = MachineSlowness.Measure(folder);
            var (first, second) = (await FirstQueryAsync(folder.Data), await FirstQueryAsync(folder.Data));
            output.WriteLine($"Milliseconds from the program's start to its first answer: cold {first}, warm {second}; the machine is {slowness:0.0} times as slow as when quiet");
            cold.Add(first / slowness);
            warm.Add(second / slowness);
        }

        Assert.InRange(cold.Min(), 1, ColdLimit);
        Assert.InRange(warm.Min(), 1, WarmLimit);
    }

    [Theory]
    [InlineData("d")]
    [InlineData("数据 文件夹 with 'quote'")]
    [InlineData("comma,comma")]
    [InlineData("long-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789")]
    public async Task Start_Works_WhateverTheFolderIsCalled(string name)
    {
        using var folder = new TemporaryFolder(name);
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(1, await AskAsync<int>(cluster, "select 1"));
    }

    [Fact]
    public async Task Start_ListensOnLoopbackWithPassword_WhenPathIsTooLongForSocket()
    {
        using var folder = new TemporaryFolder(new string('x', 100));
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal("127.0.0.1", await AskAsync<string>(cluster, "show listen_addresses"));
        Assert.Equal("", await AskAsync<string>(cluster, "show unix_socket_directories"));

        var guess = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess" }.ConnectionString;
        await using var stranger = NpgsqlDataSource.Create(guess);
        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await stranger.OpenConnectionAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Start_OpensNoPort_WhenSocketFits()
    {
        using var folder = new TemporaryFolder();
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal("", await AskAsync<string>(cluster, "show listen_addresses"));
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("lc_collate", "C")]
    [InlineData("TimeZone", "UTC")]
    public async Task Start_KeepsWhatIsCommitted_WhenDurable(string setting, string expected)
    {
        using var folder = new TemporaryFolder();
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(expected, await AskAsync<string>(cluster, $"show {setting}"));
    }

    [Fact]
    public async Task Start_BuildsAnew_WhenEarlierBuildWasCutShort()
    {
        using var folder = new TemporaryFolder();
        var unfinished = Path.Combine(folder.Data, "data.new");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15");
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(1, await AskAsync<int>(cluster, "select 1"));
        Assert.False(Directory.Exists(unfinished));
    }

    [Fact]
    public async Task Start_LeavesNothingRunning_WhenCancelled()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data }, cancel.Token));
        Assert.False(File.Exists(Path.Combine(folder.Data, "data", "postmaster.pid")));
        await using var again = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(1, await AskAsync<int>(again, "select 1"));
    }

    private static async Task<int> FirstQueryAsync(string folder)
    {
        using var program = HostedProgram.Start("use", folder);
        var milliseconds = int.Parse(await program.ReadAsync("ready"), CultureInfo.InvariantCulture);
        await program.EndAsync();
        return milliseconds;
    }

    private static async Task<T?> AskAsync<T>(PrivateCluster cluster, string sql)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
