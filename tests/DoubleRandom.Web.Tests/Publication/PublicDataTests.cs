using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Web.Tests.Publication;

[Collection(PublicPagesCollection.Name)]
public class PublicDataTests(PublicPagesFixture pages)
{
    private const string Address = PublicPagesFixture.Address;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Csv_GuardsCells_ThatWouldBeFormulas()
    {
        var csv = await GetAsync($"{Address}/data/result.csv");
        var lines = csv.Split('\n');
        Assert.Equal('\uFEFF', lines[0][0]);
        Assert.Contains(lines, line => line.Contains("\"'=HYPERLINK(", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Split(',').Any(cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@' or '\t', ..]));
    }

    [Fact]
    public async Task Json_HasEveryRecordOfItsKind()
    {
        var records = JsonDocument.Parse(await GetAsync($"{Address}/data/result.json")).RootElement;
        Assert.True(records.GetArrayLength() >= 65);
        var script = records.EnumerateArray().Single(record => record.GetProperty("key").GetString() is "task-18/script");
        Assert.Equal(PublicPagesFixture.Script, script.GetProperty("statement").GetProperty("title").GetString());
        Assert.Equal($"{Address}/result/task-18/script", script.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Feed_IsAtom_WithIdsThatAreUris()
    {
        var feed = XDocument.Parse(await GetAsync($"{Address}/feed.atom")).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        var entries = feed.Elements(Atom + "entry").ToArray();
        Assert.Equal(entries.Length, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries.Append(feed), element =>
        {
            Assert.StartsWith("urn:uuid:", element.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
        });
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Contains(feed.Elements(Atom + "link"), link => link.Attribute("rel")!.Value is "self");
    }

    [Fact]
    public async Task Ledger_HoldsWithItsHeads_AndTellsWhereItWasTampered()
    {
        var page = await GetAsync($"{Address}/ledger.json");
        var walk = Walked(page);
        Assert.Empty(walk.Differences);
        Assert.Equal(1, walk.Heads);
        Assert.True(walk.Links >= 70);
        Assert.Contains("ledger-content", Walked(page.Replace("录入时选错结果", "录入时选对结果", StringComparison.Ordinal)).Differences.Select(difference => difference.Code), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Public_SaysNothingOfPersons_WhoWereWrittenIntoText()
    {
        foreach (var path in new[] { "/circular/circular-2026-1", "/data/circular.json", "/data/circular.csv", "/ledger.json" })
        {
            var text = await GetAsync(Address + path);
            Assert.Contains(PersonalTraces.Hidden, text, StringComparison.Ordinal);
            foreach (var secret in new[] { PublicPagesFixture.Phone, PublicPagesFixture.Inspector, PublicPagesFixture.Credential, "11010519491231002X" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Statement_IsMadeOnce_WhenSentAgainWithItsKey()
    {
        var body = new { kind = "circular", key = "circular-api", act = "publish", title = "经接口公布的通报", body = new { text = "内容" }, by = "办公室" };
        var first = await PostAsync(body, "k-1");
        var again = await PostAsync(body, "k-1");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Contains("经接口公布的通报", await GetAsync(first.Body.GetProperty("address").GetString()!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(body with { title = "别的" }, "k-1")).Status);
    }

    [Theory]
    [InlineData("withhold", "statement-ground")]
    [InlineData("correct", "statement-reason")]
    [InlineData("withdraw", "statement-reason")]
    public async Task Statement_IsRefused_WithoutGroundOrReason(string act, string code)
    {
        var (status, answer) = await PostAsync(new { kind = "result", key = "task-18/script", act, title = "x", body = new { }, by = "办公室" }, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(answer.GetProperty("errors").EnumerateArray(), error => string.Equals(error.GetProperty("code").GetString(), code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Statement_IsRefused_WhenItCorrectsWhatIsNotShown()
    {
        var (status, answer) = await PostAsync(new { kind = "result", key = "task-18/nobody", act = "correct", title = "x", body = new { a = 1 }, reason = "错", by = "办公室" }, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("record-not-shown", answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static LedgerWalk Walked(string page)
    {
        var walk = new LedgerWalk();
        Assert.Null(walk.Take(Encoding.UTF8.GetBytes(page), "ledger.json"));
        return walk;
    }

    private async Task<string> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new(pages.Root) };
        return Encoding.UTF8.GetString(await client.GetByteArrayAsync(path));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(object body, string? key)
    {
        using var client = new HttpClient { BaseAddress = new(pages.Root) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/jurisdictions/{PublicPagesFixture.Folder}/statements") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }
}
