using System.Text;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>Everything that the public can fetch after a year in each of the five counties, searched for persons.</summary>
public sealed class PublicYearTests(PublicYearFixture years) : IClassFixture<PublicYearFixture>
{
    private const string Stranger = "夏侯检";
    private const string Planted = "said/planted";
    private const string PlantedFile = "planted.txt";

    /// <summary>What each county's procedures publish of themselves in a year.</summary>
    public static TheoryData<string, string[]> Counties => new()
    {
        { "640221-pingluo", ["item-list", "result"] },
        { "640425-pengyang", ["item-list", "annual-plan", "result"] },
        { "445200-jieyang", ["result"] },
        { "532323-mouding", ["item-list", "annual-plan", "working-rules", "result"] },
        { "140827-yuanqu", ["item-list", "annual-plan", "result"] },
    };

    [Theory]
    [MemberData(nameof(Counties))]
    public async Task Year_PublishesWhatItsProceduresPublish_AndItsChainHolds(string folder, string[] published)
    {
        var county = years[folder];
        var kinds = await county.ListAsync("select distinct kind from public_record where key not like 'said/%' order by 1");
        Assert.All(published.Append("draw"), kind => Assert.Contains(kind, kinds, StringComparer.Ordinal));
        Assert.Empty(await county.ListAsync("select key from public_entry where kind in ('item-list', 'annual-plan', 'working-rules') and key not like 'said/%' and content not like '%\"fields\"%'"));
        using var client = new HttpClient { BaseAddress = new(county.Root) };
        var walk = new LedgerWalk();
        Assert.Null(walk.Take(await client.GetByteArrayAsync($"{county.Address}/ledger.json"), "ledger.json"));
        Assert.Empty(walk.Differences);
        Assert.True(walk.Heads > 10, $"{walk.Heads} heads are too few for a year."); // One for every day on which the chain had grown.
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public async Task Public_HoldsNoPersons_AnywhereAfterAYear(string folder, string[] published)
    {
        var county = years[folder];
        var secrets = await county.SecretsAsync();
        Assert.True(secrets.Count > 30, $"{secrets.Count} people are too few for a county.");
        using var search = new PublicSearch(county, secrets);
        Assert.Empty(await search.FindAsync());
        Assert.True(search.Seen.Count > 100 + published.Length, $"{search.Seen.Count} addresses are too few for a year.");
        foreach (var file in new[] { "frame.txt", "inspectors.txt", "recusals.txt", "record.json" })
            Assert.Contains(search.Seen, path => path.EndsWith($"file={file}", StringComparison.Ordinal));
        Assert.Contains(search.Seen, path => path.Contains("version=2", StringComparison.Ordinal));
        foreach (var way in new[] { "file=record.json", "feed.atom", "ledger.json", "result.csv", "circular.json", "said/correct?version=2", "said/withdraw", "said/withhold?lang=en" })
            Assert.Contains(search.Redacted, path => path.EndsWith(way, StringComparison.Ordinal)); // What was written of persons did come this way.
        await SearchFindsWhatIsPlantedAsync(county); // Else nothing found would mean nothing. Afterwards, because what is public stays so.
    }

    [Fact]
    public async Task Punctuality_IsDrawnFromTheDeadlines()
    {
        var county = years["532323-mouding"];
        await using var visit = await county.VisitAsync($"{county.Address}/punctuality");
        Assert.InRange(await visit.Page.Locator(".punctuality circle").CountAsync(), 3, 500);
        Assert.Equal(await visit.Page.Locator("#lines tbody tr").CountAsync(), await visit.Page.Locator(".punctuality circle").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    private static async Task SearchFindsWhatIsPlantedAsync(PublicYear county)
    {
        await PlantAsync(county);
        using var search = new PublicSearch(county, [Stranger]);
        var found = await search.FindAsync($"circular/{Planted}");
        var record = $"{county.Address}/circular/{Planted}";
        foreach (var way in new[] { record, $"{record}?lang=en", $"{record}?format=json", $"{record}?version=1", $"{county.Address}/circular", $"{county.Address}/data/circular.json", $"{county.Address}/data/circular.csv", $"{county.Address}/feed.atom", $"{county.Address}/ledger.json" })
            Assert.Contains($"{way}: {Stranger}", found, StringComparer.Ordinal);
        Assert.Contains($"{record}?file={PlantedFile}: {PublicPeople.Phone}", found, StringComparer.Ordinal);
    }

    /// <summary>Says a name that no directory knows, and hands out a file: neither is taken out.</summary>
    private static Task<PublicEntry> PlantAsync(PublicYear county)
    {
        var file = Encoding.UTF8.GetBytes($"电话{PublicPeople.Phone}");
        var statement = new Statement(StatementKind.Circular, Planted, StatementAct.Publish, $"{Stranger}的通报", $$"""{"text":"{{Stranger}}"}""", DateOnly.FromDateTime(county.Clock.Now.UtcDateTime))
        {
            Files = [StatementFile.Of(PlantedFile, "text/plain", file)],
        };
        return county.Postgres.Source.InTransactionAsync(
            connection => PublicLedger.AppendAsync(connection, county.Folder, statement, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [PlantedFile] = file }, county.Clock.Now, default), default);
    }
}
