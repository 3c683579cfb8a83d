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
    public async Task AppendAsync_LinksManyAtOnce_AsItLinksOneAfterTheOther()
    {
        Statement[] said =
        [
            Result("a", StatementAct.Publish), Result("b", StatementAct.Publish), Result("a", StatementAct.Correct) with { Reason = "金额写错" }, Result("b", StatementAct.Withhold) with { Ground = "第十四条" },
            Result("a", StatementAct.Withdraw) with { Reason = "重复" }, Result("a", StatementAct.Publish) with { Unit = null },
        ];

        var together = await postgres.Source.InTransactionAsync(connection => PublicLedger.AppendAsync(connection, "together", [.. said.Select(one => new StatementDraft(one))], Now, CancellationToken.None), CancellationToken.None);
        foreach (var one in said)
            await AppendAsync("apart", one);

        Assert.Equal([(1L, 1), (2L, 1), (3L, 2), (4L, 2), (5L, 3), (6L, 4)], together.Select(entry => (entry.Sequence, entry.Version)));
        Assert.Equal(together.Select(entry => entry.Previous).Skip(1), together.Select(entry => entry.Hash).SkipLast(1), StringComparer.Ordinal);
        Assert.Equal(await StandingAsync("apart"), await StandingAsync("together"));
        await Assert.ThrowsAsync<ArgumentException>(() => postgres.Source.InTransactionAsync(
            connection => PublicLedger.AppendAsync(connection, "neither", [new(Result("a", StatementAct.Publish)), new(Result("b", StatementAct.Correct) with { Reason = "误" })], Now, CancellationToken.None), CancellationToken.None));
        Assert.Empty(await StandingAsync("neither"));
    }

    [Fact]
    public async Task AppendAsync_TakesOutInspectors_WhoeverStatesIt()
    {
        await using var connection = await postgres.Source.OpenConnectionAsync();
        foreach (var (id, name, credential) in new[] { ("ZF-001", "欧阳执法", "云执0042"), ("7", "司马复核", "云执0043") })
            await connection.ExecuteAsync(
                "insert into directory_row (jurisdiction, directory, code, opened_by, valid_from, name, groups, grams, digest, content) values ('people', 'inspectors', @id, 1, '2026-01-01', @name, '{}', '{}', gen_random_uuid(), json_build_object('personName', @name::text, 'credential', @credential::text))",
                new { id, name, credential });

        await AppendAsync("people", Result("a", StatementAct.Publish) with
        {
            Title = "欧阳执法商行 13895012345",
            Body = """{"target":{"name":"欧阳执法商行 13895012345"},"text":"欧阳执法（ZF-001，云执0042）与司马复核（7）于7月查XZF-001和ZF-0011"}""",
            Files = [],
        });
        await AppendAsync("people", Result("a", StatementAct.Correct) with { Reason = "欧阳执法写错" });

        // The target keeps its name, the number 7 stands everywhere, and other codes are not the inspector's.
        Assert.Equal(
            """{"body":{"target":{"name":"欧阳执法商行 〔已隐去〕"},"text":"〔已隐去〕（〔已隐去〕，〔已隐去〕）与〔已隐去〕（7）于7月查XZF-001和ZF-0011"},"files":[],"title":"欧阳执法商行 〔已隐去〕","unit":"scjg"}""",
            await connection.QuerySingleAsync<string>("select content from public_entry where jurisdiction = 'people' and sequence = 1"));
        Assert.Contains("\"reason\":\"〔已隐去〕写错\"", await connection.QuerySingleAsync<string>("select content from public_entry where jurisdiction = 'people' and sequence = 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicEntry_CannotBeChanged_ByAnyStatement()
    {
        await AppendAsync("fixed", Result("a", StatementAct.Publish));
        await using var connection = await postgres.Source.OpenConnectionAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ExecuteAsync("update public_entry set content = '{}' where jurisdiction = 'fixed'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ExecuteAsync("delete from public_entry where jurisdiction = 'fixed'"));
    }

    private async Task<IReadOnlyList<(string, string, int, long, int, string, string?, string?)>> StandingAsync(string jurisdiction)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<(string, string, int, long, int, string, string?, string?)>(
            "select key, state, version, sequence, shown_from, title, unit, code from public_record where jurisdiction = @jurisdiction order by key", new { jurisdiction })];
    }

    private static Dictionary<string, byte[]> Bytes(string content) => new(StringComparer.Ordinal) { ["record.json"] = Encoding.UTF8.GetBytes(content) };

    private static Statement Result(string key, StatementAct act) =>
        new(StatementKind.Result, key, act, "宁夏某某超市有限公司", """{"target":{"code":"91640425MA00000000","name":"宁夏某某超市有限公司"},"category":"未发现问题"}""", new(2026, 11, 20), "scjg");

    private Task<PublicEntry> AppendAsync(string jurisdiction, Statement statement, Dictionary<string, byte[]>? files = null) =>
        postgres.Source.InTransactionAsync(connection => PublicLedger.AppendAsync(connection, jurisdiction, statement, files ?? [], Now, CancellationToken.None), CancellationToken.None);
}
