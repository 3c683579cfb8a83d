using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Publication;

/// <summary>Lists and searches of the public record.</summary>
public sealed class PublicQueriesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task ListAsync_TurnsPages_WithoutGapOrDouble()
    {
        await FillAsync("pages", 25);
        var keys = new List<string>();
        (DateOnly, string)? after = null;
        for (var page = 0; page < 5; page++)
        {
            var rows = await ListAsync("pages", new("result") { Limit = 7, After = after });
            keys.AddRange(rows.Select(row => row.Key));
            after = rows.Count == 7 ? (rows[^1].Day, rows[^1].Key) : null;
            if (after is null)
                break;
        }

        Assert.Equal(25, keys.Count);
        Assert.Equal(25, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("第3号", 1)] // Rare.
    [InlineData("小店", 10)] // Common: a whole page.
    [InlineData("ABC", 10)] // Letters count alike in either case.
    [InlineData("没有", 0)]
    [InlineData("店", 0)] // Too short.
    [InlineData("%", 0)]
    public async Task ListAsync_FindsByPartOfTheTitle(string text, int expected)
    {
        await FillAsync($"titles-{text}", 25);

        Assert.Equal(expected, (await ListAsync($"titles-{text}", new("result") { Limit = 10, Title = text })).Count);
    }

    [Fact]
    public async Task AfterAsync_LeavesOutContent_ThatIsNoLongerShown()
    {
        await StateAsync("taken", "k", StatementAct.Publish);
        await StateAsync("taken", "k", StatementAct.Withdraw);
        await StateAsync("taken", "k", StatementAct.Publish);
        await StateAsync("taken", "other", StatementAct.Publish);
        await StateAsync("taken", "other", StatementAct.Withhold);
        await using var connection = await postgres.Source.OpenConnectionAsync();

        var links = await LedgerTable.AfterAsync(connection, "taken", 0, 10, default);

        Assert.Equal([null, "withdraw", "publish", null, "withhold"], links.Select(link => link.Content is null ? null : link.Act));
    }

    private Task<IReadOnlyList<PublicRecordRow>> ListAsync(string jurisdiction, PublicFilter filter) =>
        postgres.Source.ReadAsync(connection => PublicQueries.ListAsync(connection, jurisdiction, filter, default), default);

    private async Task FillAsync(string jurisdiction, int count)
    {
        for (var at = 0; at < count; at++)
            await StateAsync(jurisdiction, $"k{at}", StatementAct.Publish, $"abc第{at}号小店", new DateOnly(2026, 1, 1).AddDays(at / 4));
    }

    private Task<PublicEntry> StateAsync(string jurisdiction, string key, StatementAct act, string title = "某店", DateOnly? on = null) => postgres.Source.InTransactionAsync(
        connection => PublicLedger.AppendAsync(
            connection, jurisdiction, new(StatementKind.Result, key, act, title, "{}", on ?? new(2026, 11, 20)) { Reason = "误发", Ground = "第十四条" }, new Dictionary<string, byte[]>(StringComparer.Ordinal), DateTimeOffset.UnixEpoch, default),
        default);
}
