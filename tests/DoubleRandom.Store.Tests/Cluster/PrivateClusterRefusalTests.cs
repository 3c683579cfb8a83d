using System.Globalization;
using Dapper;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Tests.Hosting;
using Npgsql;

namespace DoubleRandom.Store.Tests.Cluster;

public sealed class PrivateClusterRefusalTests
{
    [Fact]
    public async Task Start_NamesTheProcess_WhenAnotherProgramHoldsTheFolder()
    {
        using var folder = new TemporaryFolder();
        using var program = HostedProgram.Start("use", folder.Data);
        await program.ReadAsync("ready");
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(DatabaseProblem.FolderInUse, refused.Problem);
        AssertBothSay(refused, program.Id.ToString(CultureInfo.InvariantCulture));

        await program.ReadAsync("committed"); // The refusal did not disturb the holder.
        await program.EndAsync();
        await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data });
    }

    [Fact]
    public async Task Start_NamesTheCommand_WhenServerProgramsAreMissing()
    {
        using var folder = new TemporaryFolder();
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = folder.Data, BinFolder = "/nonexistent" });
        Assert.Equal(DatabaseProblem.BinariesMissing, refused.Problem);
        AssertBothSay(refused, "apt-get install -y postgresql-15");
    }

    [Fact]
    public async Task Start_TouchesNothing_WhenDataAreOfAnotherMajorVersion()
    {
        using var folder = new TemporaryFolder();
        var version = Path.Combine(folder.Data, "data", "PG_VERSION");
        Directory.CreateDirectory(Path.GetDirectoryName(version)!);
        await File.WriteAllTextAsync(version, "14\n");
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = folder.Data });
        Assert.Equal(DatabaseProblem.WrongVersion, refused.Problem);
        AssertBothSay(refused, "postgresql-14");
        Assert.Equal("14\n", await File.ReadAllTextAsync(version));
    }

    [Fact]
    public async Task Start_NamesTheFolder_WhenItCannotBeMade()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Data, "a file stands where the folder should be");
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = Path.Combine(folder.Data, "below") });
        Assert.Equal(DatabaseProblem.FolderNotWritable, refused.Problem);
        AssertBothSay(refused, folder.Data);
    }

    [Fact]
    public async Task Start_NamesUserAndFolder_WhenTheDatabasesUserCannotEnter()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Data);
        var closed = Path.Combine(folder.Data, "closed");
        // Root's database runs as another user, who cannot enter a folder of root alone; an ordinary user can bar even itself.
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(closed, Environment.IsPrivilegedProcess ? (UnixFileMode)0b111_000_000 : UnixFileMode.UserRead);
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = Path.Combine(closed, "d") });
        Assert.Equal(DatabaseProblem.FolderNotWritable, refused.Problem);
        AssertBothSay(refused, closed);
        AssertBothSay(refused, Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName);
    }

    [Fact]
    public async Task Start_SaysDiskFull_WhenThereIsNoRoomForANewCluster()
    {
        using var disk = new SmallDisk(megabytes: 20);
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = disk.Data });
        Assert.Equal(DatabaseProblem.DiskFull, refused.Problem);
        AssertBothSay(refused, disk.Data);
    }

    [Fact]
    public async Task Restart_FindsEveryCommit_WhenDiskWasFullAndRoomWasMade()
    {
        using var disk = new SmallDisk(megabytes: 80);
        int committed;
        await using (var database = await OpenAsync(disk.Data))
            committed = await FillAsync(database);
        Assert.True(committed > 0);

        disk.Use();
        var refused = await RefusalAsync(new PrivateClusterOptions { DataFolder = disk.Data });
        Assert.Equal(DatabaseProblem.DiskFull, refused.Problem);

        disk.Grow(megabytes: 300);
        await using var again = await OpenAsync(disk.Data);
        await using var connection = await again.Source.OpenConnectionAsync();
        Assert.Equal(committed, await connection.ExecuteScalarAsync<int>("select count(*) from filling"));
    }

    /// <summary>Commits megabytes until there is no more room, and says how many were committed.</summary>
    private static async Task<int> FillAsync(Database database)
    {
        // Not compressible, so that a megabyte written is a megabyte on disk.
        const string insert = "insert into filling select string_agg(sha512(random()::text::bytea), '') from generate_series(1, 16384)";
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("create table filling (megabyte bytea); alter table filling alter megabyte set storage external");
        for (var committed = 0; ; committed++)
        {
            try
            {
                await connection.ExecuteAsync(insert);
            }
            catch (NpgsqlException)
            {
                return committed;
            }
        }
    }

    private static Task<Database> OpenAsync(string folder) => Database.OpenAsync(new DatabaseOptions { DataFolder = folder }, TimeProvider.System);

    private static Task<DatabaseUnavailableException> RefusalAsync(PrivateClusterOptions options) =>
        Assert.ThrowsAsync<DatabaseUnavailableException>(() => PrivateCluster.StartAsync(options));

    private static void AssertBothSay(DatabaseUnavailableException refused, string words)
    {
        Assert.Contains(words, refused.Chinese, StringComparison.Ordinal);
        Assert.Contains(words, refused.English, StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", refused.Chinese);
        Assert.StartsWith(refused.Chinese, refused.Message, StringComparison.Ordinal);
    }
}
