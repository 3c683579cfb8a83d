using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class FeedRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Unit = "/feeds/640425-pengyang/education.ics";

    [Fact]
    public async Task Feed_KeepsUidAndRaisesSequence_WhenADeadlineMovesOrVanishes()
    {
        var before = await EventAsync("half-year-report", "2024-11-15");
        Assert.Equal("CONFIRMED", before.Text("status"));
        Assert.Equal("县教育体育局：报送半年、年度工作情况和抽查数据", before.Text("summary"));
        Assert.Equal(4, before.List("alarms").Count);
        Assert.Contains("三(四)", before.Text("description"), StringComparison.Ordinal);

        await server.PostAsync(Address(before) + "/extend", new { to = "2024-11-29", by = "王五", reason = "系统停机" });
        var moved = await EventAsync("half-year-report", "2024-11-29");
        Assert.Equal(before.Text("uid"), moved.Text("uid"));
        Assert.True(moved.Number("sequence") > before.Number("sequence"));
        Assert.True(string.CompareOrdinal(moved.Text("stamp"), before.Text("stamp")) >= 0);

        await RemoveObligationAsync("half-year-report");
        var gone = await EventAsync("half-year-report", "2024-11-29");
        Assert.Equal(before.Text("uid"), gone.Text("uid"));
        Assert.Equal("CANCELLED", gone.Text("status"));
        Assert.True(gone.Number("sequence") > moved.Number("sequence"));
    }

    [Fact]
    public async Task Feed_CarriesATag_WhenNothingChanged()
    {
        using var first = await server.Client.GetAsync("/feeds/640425-pengyang/police.ics");
        Assert.Equal("text/calendar", first.Content.Headers.ContentType?.MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/640425-pengyang/police.ics");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Feed_ShowsAllUnits_WhenOfTheJurisdiction()
    {
        var feed = await ReadAsync("/feeds/pengyang.ics?lang=en");
        Assert.Contains("Pengyang", feed.Text("name"), StringComparison.OrdinalIgnoreCase);
        Assert.True(feed.List("events").Count > 50);
        Assert.Empty(feed.List("errors"));
    }

    [Fact]
    public async Task Feed_FollowsTheFunctions_WhenOfAPerson()
    {
        await server.ExecuteAsync("""
            insert into person (jurisdiction, unit, function, name) values
            ('640425-pengyang', 'housing', 'liaison', '马某'), ('640425-pengyang', 'tax', 'leader', '马某'), ('640425-pengyang', 'market-regulation', 'office', '海某')
            """);

        var both = await ReadAsync($"/feeds/pengyang/people/{Uri.EscapeDataString("马某")}.ics");
        Assert.Equal("马某：双随机时限", both.Text("name"));
        Assert.Equal(["housing", "tax"], UnitsOf(both));
        Assert.Equal(["tax"], UnitsOf(await ReadAsync($"/feeds/pengyang/people/{Uri.EscapeDataString("马某")}.ics?unit=tax")));
        var office = await ReadAsync($"/feeds/pengyang/people/{Uri.EscapeDataString("海某")}.ics?lang=en");
        Assert.Empty(office.List("errors"));
        Assert.True(UnitsOf(office).Length > 10, "the office sees what every unit hands to it");

        var problem = await server.GetAsync($"/feeds/pengyang/people/{Uri.EscapeDataString("无人")}.ics", HttpStatusCode.NotFound);
        Assert.Equal(["person-unknown"], problem.Codes());
        Assert.DoesNotContain("马某", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feeds/nowhere.ics", HttpStatusCode.NotFound)]
    [InlineData("/feeds/pengyang/nobody.ics", HttpStatusCode.NotFound)]
    [InlineData("/feeds/pengyang.ics?lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("/schemas/none.schema.json", HttpStatusCode.NotFound)]
    public async Task Feed_IsRefused_WhenItNamesWhatIsNotThere(string address, HttpStatusCode status) => await server.GetAsync(address, status);

    [Theory]
    [InlineData("jurisdiction")]
    [InlineData("obligations")]
    [InlineData("forms")]
    [InlineData("calendar")]
    public async Task Schema_IsHandedOut_WhenAsked(string kind) =>
        Assert.Equal("object", (await server.GetAsync($"/schemas/{kind}.schema.json")).Text("type"));

    /// <summary>A UID is the deadline's key: jurisdiction, obligation, unit, period.</summary>
    private static string[] UnitsOf(JsonElement feed) => [.. feed.List("events").Select(entry => entry.Text("uid").Split('/')[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Address(JsonElement entry) => "/api/v1/deadlines/" + string.Join('/', entry.Text("uid").Split('@')[0].Split('/').Select(Uri.EscapeDataString));

    private async Task RemoveObligationAsync(string id)
    {
        // The county keeps its past: the duty ends with a new version of its pack.
        var file = server.PackFile("obligations.json");
        var pack = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        Drop(pack["obligations"]!.AsArray(), "id", id);
        Drop(pack["tests"]!.AsArray(), "obligation", id);
        var jurisdiction = server.PackFile("jurisdiction.json");
        var coverage = (await File.ReadAllTextAsync(jurisdiction)).Replace($"\"obligation:{id}\"", "\"obligation:june-december-report\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(jurisdiction, coverage);
        await File.WriteAllTextAsync(file, pack.ToJsonString());
        await ApiServer.UntilAsync(async () =>
        {
            var state = await server.GetAsync("/api/v1/packs/pengyang");
            Assert.True(state.GetProperty("rejection").ValueKind is JsonValueKind.Null, state.GetRawText());
            return state.List("versions").Count == 2;
        });
    }

    private static void Drop(System.Text.Json.Nodes.JsonArray list, string key, string value)
    {
        foreach (var item in list.Where(item => string.Equals((string?)item![key], value, StringComparison.Ordinal)).ToArray())
            list.Remove(item);
    }

    private async Task<JsonElement> EventAsync(string obligation, string start) => (await ReadAsync(Unit)).List("events")
        .Single(entry => entry.Text("uid").Contains($"/{obligation}/", StringComparison.Ordinal) && string.Equals(entry.Text("start"), start, StringComparison.Ordinal));

    private async Task<JsonElement> ReadAsync(string address)
    {
        var feed = await server.Client.GetByteArrayAsync(address);
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Api", "read_calendar.py")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(feed);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        Assert.True(answer.Length > 0, await process.StandardError.ReadToEndAsync());
        return JsonElement.Parse(answer);
    }
}
