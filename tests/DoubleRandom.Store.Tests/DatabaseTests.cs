using Dapper;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Migrations;
using DoubleRandom.Store.Tests.Hosting;

namespace DoubleRandom.Store.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Open_UsesTheServer_WhenConnectionStringIsGiven()
    {
        using var folder = new TemporaryFolder();
        using var untouched = new TemporaryFolder();
        await using var external = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = folder.Data, Durable = false });
        var options = new DatabaseOptions { ConnectionString = external.ConnectionString, DataFolder = untouched.Data };
        for (var node = 0; node < 2; node++)
        {
            await using var database = await Database.OpenAsync(options, TimeProvider.System);
            Assert.False(database.IsPrivate);
            Assert.Equal(Migration.Embedded().Count, await CountMigrationsAsync(database));
        }

        Assert.False(Directory.Exists(untouched.Data));
        Assert.True(File.Exists(Path.Combine(folder.Data, "data", "postmaster.pid"))); // Closing the pool did not stop a server that is not ours.
    }

    [Fact]
    public async Task Open_StartsAPrivateCluster_WhenOnlyAFolderIsGiven()
    {
        using var folder = new TemporaryFolder();
        await using (var database = await Database.OpenAsync(new DatabaseOptions { DataFolder = folder.Data }, TimeProvider.System))
        {
            Assert.True(database.IsPrivate);
            Assert.Equal(Migration.Embedded().Count, await CountMigrationsAsync(database));
        }

        Assert.False(File.Exists(Path.Combine(folder.Data, "data", "postmaster.pid")));
    }

    [Fact]
    public async Task Open_StopsTheCluster_WhenMigratingIsRefused()
    {
        using var folder = new TemporaryFolder();
        var options = new DatabaseOptions { DataFolder = folder.Data };
        await using (var database = await Database.OpenAsync(options, TimeProvider.System))
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("insert into schema_version values (9999, 'future', repeat('0', 64), now())");

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Database.OpenAsync(options, TimeProvider.System));
        Assert.Equal(DatabaseProblem.SchemaNewer, refused.Problem);
        Assert.False(File.Exists(Path.Combine(folder.Data, "data", "postmaster.pid")));
    }

    [Fact]
    public async Task Open_NamesTheServerButNotThePassword_WhenItCannotBeReached()
    {
        const string connection = "Host=127.0.0.1;Port=1;Username=u;Password=open-sesame;Database=duties";
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => Database.OpenAsync(new DatabaseOptions { ConnectionString = connection }, TimeProvider.System));
        Assert.Equal(DatabaseProblem.ServerUnreachable, refused.Problem);
        Assert.Contains("127.0.0.1:1/duties", refused.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Throws_WhenNothingSaysWhereTheDataAre() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Database.OpenAsync(new DatabaseOptions(), TimeProvider.System));

    private static async Task<int> CountMigrationsAsync(Database database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("select count(*) from schema_version");
    }
}
