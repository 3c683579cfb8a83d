using Dapper;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Tests.Shared;
using Npgsql;

namespace DoubleRandom.Store.Tests.Workflows;

public sealed class InstanceTableTests(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => Instances.AdoptAsync(database);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Save_KeepsEntriesToTheByte_AndReadsThemBackInOrder()
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(1)));
        await Instances.SaveAsync(database, new InstanceChange(1, Instances.Row(1, version: 3), [Instances.Entry(2), Instances.Entry(3)], [], [], [], false));

        var texts = await database.Source.ReadAsync(async connection => (await connection.QueryAsync<string>("select entry::text from workflow_journal where instance = 1 order by version")).ToArray(), default);
        Assert.Equal([Instances.Entry(1), Instances.Entry(2), Instances.Entry(3)], texts, StringComparer.Ordinal);
        var entries = await database.Source.ReadAsync(connection => JournalTable.AfterAsync(connection, 1, 1, 3, default), default);
        Assert.Equal([2L, 3L], entries.Select(entry => entry.Version));
    }

    [Fact]
    public async Task Save_KeepsNothing_WhenTheInstanceMovedOn()
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(2)), Instances.New(Instances.Row(3)));
        await Instances.SaveAsync(database, new InstanceChange(1, Instances.Row(2, version: 2), [Instances.Entry(2)], [], [], [], false));

        var outrun = await Assert.ThrowsAsync<OutrunException>(() => Instances.SaveAsync(
            database,
            new InstanceChange(1, Instances.Row(3, version: 2), [Instances.Entry(2)], [], [], [], false),
            new InstanceChange(1, Instances.Row(2, version: 2), [], [], [], [], false)));

        Assert.Equal(2, outrun.Instance);
        Assert.Equal(1, await Instances.AskAsync<long>(database, "select version from workflow_instance where id = 3"));
    }

    [Fact]
    public async Task Save_IsOutrun_WhenAnEntryOfThatVersionIsThere()
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(4)));
        await Assert.ThrowsAsync<OutrunException>(() => Instances.SaveAsync(database, new InstanceChange(1, Instances.Row(4, version: 2), [Instances.Entry(2)], [], [], [], false) with { From = 1, Row = Instances.Row(4, version: 1), Journal = [Instances.Entry(2)] }, new InstanceChange(1, Instances.Row(4, version: 2), [Instances.Entry(2)], [], [], [], false)));
        Assert.Equal(1, await Instances.AskAsync<int>(database, "select count(*)::int from workflow_journal where instance = 4"));
    }

    [Fact]
    public async Task Save_StartsOnce_ForOneCause()
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(5, startKey: "event:e@2026-03-02@S")));

        await Assert.ThrowsAsync<OutrunException>(() => Instances.SaveAsync(database, Instances.New(Instances.Row(6, startKey: "event:e@2026-03-02@S"))));
        await Instances.SaveAsync(database, Instances.New(Instances.Row(7, "other", "event:e@2026-03-02@S")), Instances.New(Instances.Row(8)), Instances.New(Instances.Row(9)));

        Assert.Equal(5, (await database.Source.ReadAsync(connection => InstanceTable.StartedForAsync(connection, Instances.Folder, "check", "event:e@2026-03-02@S", default), default))!.Id);
    }

    [Theory]
    [InlineData("update workflow_journal set entry = '{}'")]
    [InlineData("delete from workflow_journal")]
    public async Task Journal_IsNeverChanged(string sql)
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(sql.Length)));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Source.ReadAsync(connection => connection.ExecuteAsync(sql), default));

        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_CannotGo_WhileAnInstanceIsOnIt()
    {
        await Instances.SaveAsync(database, Instances.New(Instances.Row(60)));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Source.ReadAsync(connection => connection.ExecuteAsync("delete from pack_version"), default));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task TakeTurn_LetsOneGoAfterTheOther_WithinAJurisdiction()
    {
        await using var first = await database.Source.OpenConnectionAsync();
        await using var second = await database.Source.OpenConnectionAsync();
        await using var transaction = await first.BeginTransactionAsync();
        Assert.Equal("v1", (await InstanceTable.TakeTurnAsync(first, Instances.Folder, null, default)).Standing!.RunningVersion);
        Assert.Null((await InstanceTable.TakeTurnAsync(second, "990002-other", null, default)).Standing); // Others are not held up.

        var waiting = InstanceTable.TakeTurnAsync(second, Instances.Folder, null, default);
        await Task.Delay(100);
        Assert.False(waiting.IsCompleted);
        await transaction.CommitAsync();

        Assert.NotNull((await waiting).Standing);
    }
}
