using System.Text;
using Dapper;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Publication;

/// <summary>The public chain against a real database.</summary>
public sealed class PublicLedgerTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);

    [Fact]
    public async Task AppendAsync_LinksAndCountsVersions_PerKey()
    {
        var first = await AppendAsync("chain", Result("a", StatementAct.Publish));
        var other = await AppendAsync("chain", Result("b", StatementAct.Publish));
        var second = await AppendAsync("chain", Result("a", StatementAct.Correct) with { Reason = "金额写错" });

        Assert.Equal((1L, 1, PublicEntry.Beginning), (first.Sequence, first.Version, first.Previous));
        Assert.Equal((2L, 1, first.Hash), (other.Sequence, other.Version, other.Previous));
        Assert.Equal((3L, 2, other.Hash), (second.Sequence, second.Version, second.Previous));
        Assert.All([first, other, second], entry => Assert.Equal(entry.Expected(), entry.Hash));
    }

    [Fact]
    public async Task AppendAsync_NeverForks_WhenTwentyWritersComeAtOnce()
    {
        var entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => AppendAsync("crowd", Result($"k{at % 4}", StatementAct.Publish))));

        Assert.Equal(Enumerable.Range(1, 20).Select(at => (long)at), entries.Select(entry => entry.Sequence).Order());
        Assert.Equal(20, entries.Select(entry => entry.Previous).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries.GroupBy(entry => entry.Key, StringComparer.Ordinal), versions => Assert.Equal([1, 2, 3, 4, 5], versions.Select(entry => entry.Version).Order()));
    }

    [Fact]
    public async Task AppendAsync_KeepsNothingButTheGround_WhenWithheld()
    {
        await AppendAsync("hidden", Result("a", StatementAct.Publish));
        await AppendAsync("hidden", Result("a", StatementAct.Withhold) with { Ground = "《政府信息公开条例》第十四条" });

        await using var connection = await postgres.Source.OpenConnectionAsync();
        var row = await connection.QuerySingleAsync<(string State, string Title, string? Code, int ShownFrom)>("select state, title, code, shown_from from public_record where jurisdiction = 'hidden'");
        var content = await connection.QuerySingleAsync<string>("select content from public_entry where jurisdiction = 'hidden' and version = 2");
        Assert.Equal(("withheld", "", null, 3), row);
        Assert.Equal("""{"ground":"《政府信息公开条例》第十四条"}""", content);
    }

    [Theory]
    [InlineData(StatementAct.Correct)]
    [InlineData(StatementAct.Withdraw)]
    public async Task AppendAsync_Throws_WhenNothingIsShown(StatementAct act)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync("empty", Result("a", act) with { Reason = "误发" }));
    }

    [Fact]
    public async Task AppendAsync_Throws_WhenAFileIsOtherThanStated()
    {
        var file = StatementFile.Of("record.json", "application/json", "{}"u8);
        var statement = Result("a", StatementAct.Publish) with { Files = [file] };

        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync("files", statement));
        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync("files", statement, Bytes("[]")));
        var entry = await AppendAsync("files", statement, Bytes("{}"));

        await using var connection = await postgres.Source.OpenConnectionAsync();
        Assert.Equal("{}", Encoding.UTF8.GetString(await connection.QuerySingleAsync<byte[]>("select content from public_file where sha256 = @Sha256", new { file.Sha256 })));
        Assert.Equal(1, entry.Sequence);
    }

    [Fact]
    public async Task PublicEntry_CannotBeChanged_ByAnyStatement()
    {
        await AppendAsync("fixed", Result("a", StatementAct.Publish));
        await using var connection = await postgres.Source.OpenConnectionAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ExecuteAsync("update public_entry set content = '{}' where jurisdiction = 'fixed'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ExecuteAsync("delete from public_entry where jurisdiction = 'fixed'"));
    }

    private static Dictionary<string, byte[]> Bytes(string content) => new(StringComparer.Ordinal) { ["record.json"] = Encoding.UTF8.GetBytes(content) };

    private static Statement Result(string key, StatementAct act) =>
        new(StatementKind.Result, key, act, "宁夏某某超市有限公司", """{"target":{"code":"91640425MA00000000","name":"宁夏某某超市有限公司"},"category":"未发现问题"}""", new(2026, 11, 20), "scjg");

    private Task<PublicEntry> AppendAsync(string jurisdiction, Statement statement, Dictionary<string, byte[]>? files = null) =>
        postgres.Source.InTransactionAsync(connection => PublicLedger.AppendAsync(connection, jurisdiction, statement, files ?? [], Now, CancellationToken.None), CancellationToken.None);
}
