using Dapper;
using DoubleRandom.Store.Migrations;
using DoubleRandom.Tests.Shared;
using Npgsql;

namespace DoubleRandom.Store.Tests.Migrations;

/// <summary>Each test works in a new, empty database.</summary>
public sealed class MigratorTests
{
    private static readonly Migration First = Migration.Embedded()[0];
    private static readonly Migration Orders = new(2, "orders", "create table orders (id int primary key); insert into orders values (1);");
    private static readonly Migration Slow = new(3, "slow", "select pg_sleep(0.3); create table slow (id int);");
    private static readonly Migration Broken = new(3, "broken", "create table half (id int); select 1 / 0;");

    [Fact]
    public async Task Migrate_AppliesEachOnceInOrder_WhenRunTwice()
    {
        await using var source = await EmptyAsync();
        Assert.Equal([First, Orders], await MigrateAsync(source, First, Orders));
        Assert.Empty(await MigrateAsync(source, First, Orders));
        Assert.Equal([Slow], await MigrateAsync(source, First, Orders, Slow));
        Assert.Equal([1, 2, 3], await VersionsAsync(source));
    }

    [Fact]
    public async Task Migrate_AppliesEachOnce_WhenManyConnectionsStartTogether()
    {
        await using var source = await EmptyAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(source, First, Orders, Slow)));
        Assert.Equal([First, Orders, Slow], applied.SelectMany(some => some).OrderBy(migration => migration.Version));
        Assert.Equal([1, 2, 3], await VersionsAsync(source));
    }

    [Fact]
    public async Task Migrate_ChangesNothing_WhenAppliedTextDiffers()
    {
        await using var source = await EmptyAsync();
        await MigrateAsync(source, First, Orders);
        var edited = Orders with { Sql = Orders.Sql + " -- edited" };
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => MigrateAsync(source, First, new Migration(2, "orders", edited.Sql), Slow));
        Assert.Equal(DatabaseProblem.SchemaChanged, refused.Problem);
        Assert.Contains("0002_orders", refused.Chinese, StringComparison.Ordinal);
        Assert.Equal([1, 2], await VersionsAsync(source));
    }

    [Fact]
    public async Task Migrate_ChangesNothing_WhenDatabaseIsNewer()
    {
        await using var source = await EmptyAsync();
        await MigrateAsync(source, First, Orders, Slow);
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => MigrateAsync(source, First, Orders));
        Assert.Equal(DatabaseProblem.SchemaNewer, refused.Problem);
        Assert.Equal([1, 2, 3], await VersionsAsync(source));
    }

    [Fact]
    public async Task Migrate_KeepsEarlierOnesAndNothingOfTheBrokenOne_WhenOneFails()
    {
        await using var source = await EmptyAsync();
        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(source, First, Orders, Broken));
        Assert.Equal([1, 2], await VersionsAsync(source));
        await using var connection = await source.OpenConnectionAsync();
        Assert.True(await connection.ExecuteScalarAsync<bool>("select to_regclass('half') is null"));
        Assert.Equal([Slow], await MigrateAsync(source, First, Orders, Slow)); // The lock was given back.
    }

    [Fact]
    public async Task Migrate_RecordsTheInstant()
    {
        await using var source = await EmptyAsync();
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        await MigrateAsync(source, First);
        await using var connection = await source.OpenConnectionAsync();
        Assert.InRange(await connection.QuerySingleAsync<DateTimeOffset>("select applied_at from schema_version"), before, DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Fact]
    public void Migrator_Throws_WhenNumbersHaveAGap() => Assert.Throws<ArgumentException>(() => new Migrator([First, Slow], TimeProvider.System));

    [Fact]
    public void Embedded_StartsWithTheTableOfVersions_AndHasNoGap()
    {
        var embedded = Migration.Embedded();
        Assert.Equal((1, "schema_version"), (embedded[0].Version, embedded[0].Name));
        Assert.Equal(Enumerable.Range(1, embedded.Count), embedded.Select(migration => migration.Version));
    }

    [Fact]
    public void Sha256_IsTheSame_WhenOnlyLineEndsDiffer() => Assert.Equal(new Migration(2, "a", "x\ny\n").Sha256, new Migration(2, "a", "x\r\ny\r\n").Sha256);

    private static async Task<NpgsqlDataSource> EmptyAsync() => NpgsqlDataSource.Create(await PostgresFixture.CreateEmptyDatabaseAsync());

    private static async Task<IReadOnlyList<Migration>> MigrateAsync(NpgsqlDataSource source, params Migration[] migrations)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await new Migrator(migrations, TimeProvider.System).MigrateAsync(connection);
    }

    private static async Task<IEnumerable<int>> VersionsAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<int>("select version from schema_version order by version");
    }
}
