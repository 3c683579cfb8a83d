using System.Text;
using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>Everything that the public can fetch after a year, searched for persons.</summary>
public sealed class PublicYearTests(PublicYearFixture year) : IClassFixture<PublicYearFixture>
{
    private const string Address = "/public/" + PublicYearFixture.Folder;

    [Fact]
    public async Task Year_PublishesWhatItsProceduresPublish_AndItsChainHolds()
    {
        var kinds = await ListAsync("select distinct kind from public_record order by 1");
        Assert.Contains("item-list", kinds);
        Assert.Contains("annual-plan", kinds);
        Assert.Contains("working-rules", kinds);
        Assert.Empty(await ListAsync("select key from public_entry where kind in ('item-list', 'annual-plan', 'working-rules') and content not like '%\"fields\"%'"));
        var walk = new LedgerWalk();
        Assert.Null(walk.Take(Encoding.UTF8.GetBytes(await GetAsync($"{Address}/ledger.json")), "ledger.json"));
        Assert.Empty(walk.Differences);
        Assert.True(walk.Heads > 100, $"{walk.Heads} heads are too few for a year."); // One for every day on which the chain had grown.
    }

    [Fact]
    public async Task Public_HoldsNoPersons_AnywhereAfterAYear()
    {
        var secrets = await ListAsync("""
            select word from person, unnest(array[name, phone, mail]) as word where length(word) > 1
            union
            select word from directory_row, unnest(array[code, content->>'personName', content->>'credential']) as word where directory = 'inspectors' and length(word) > 1
            """);
        Assert.True(secrets.Count > 10, "The simulated county has too few people.");
        var handed = await HandedInAsync();
        Assert.NotEmpty(handed);
        var pages = 0;
        await foreach (var (path, text) in EverythingAsync())
        {
            pages++;
            Assert.DoesNotContain(secrets.Concat(handed), secret => text.Contains(secret, StringComparison.Ordinal) && Tell(path, secret));
            Assert.Equal([], PersonalTraces.Of(text));
        }

        Assert.Contains(PersonalTraces.Hidden, await GetAsync($"{Address}/data/result.csv"), StringComparison.Ordinal);
        Assert.True(pages > 30, $"{pages} pages are too few for a year.");
    }

    [Fact]
    public async Task Punctuality_IsDrawnFromTheDeadlines()
    {
        await using var visit = await year.VisitAsync($"{Address}/punctuality");
        Assert.InRange(await visit.Page.Locator(".punctuality circle").CountAsync(), 3, 500);
        Assert.Equal(await visit.Page.Locator("#lines tbody tr").CountAsync(), await visit.Page.Locator(".punctuality circle").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    /// <summary>The names of inspectors that steps handed in.</summary>
    private async Task<IReadOnlyList<string>> HandedInAsync()
    {
        var contents = await ListAsync("select entry->>'content' from workflow_journal where entry->>'content' like '{%'");
        return [.. contents.SelectMany(content => Names(JsonDocument.Parse(content).RootElement, "")).Where(name => name.Length > 1).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Names(JsonElement value, string within) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Names(member.Value, member.Name is "inspectors" or "inspector-names" ? "person" : within is "person" && member.Name is not "name" ? "" : within)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Names(item, within)),
        JsonValueKind.String when within is "person" => [value.GetString()!],
        _ => [],
    };

    private async IAsyncEnumerable<(string Path, string Text)> EverythingAsync()
    {
        List<string> paths = [Address, $"{Address}/punctuality", $"{Address}/feed.atom", $"{Address}/ledger.json"];
        foreach (var kind in StatementWords.AllKinds.Select(kind => kind.Word()))
            paths.AddRange([$"{Address}/{kind}", $"{Address}/data/{kind}.json", $"{Address}/data/{kind}.csv"]);
        var records = await ListAsync("select kind || '/' || key from public_record order by 1");
        paths.AddRange(records.SelectMany(record => new[] { $"{Address}/{record}", $"{Address}/{record}?lang=en", $"{Address}/{record}?format=json" }));
        foreach (var path in paths)
            yield return (path, await GetAsync(path));
    }

    private static bool Tell(string path, string secret) => throw new Xunit.Sdk.XunitException($"{path} shows {secret}.");

    private async Task<string> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new(year.Root) };
        return Encoding.UTF8.GetString(await client.GetByteArrayAsync(path));
    }

    private async Task<IReadOnlyList<string>> ListAsync(string sql) => [.. await year.Postgres.Source.ReadAsync(connection => connection.QueryAsync<string>(sql), default)];
}
