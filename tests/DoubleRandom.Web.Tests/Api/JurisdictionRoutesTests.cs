using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class JurisdictionRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task List_ShowsTheJurisdiction_WhenItsPackRuns()
    {
        var all = await server.GetAsync("/api/v1/jurisdictions");
        var pengyang = Assert.Single(all.EnumerateArray());
        Assert.Equal("2024-09-26", pengyang.Text("firstPublishedOn"));
        Assert.Equal("Asia/Shanghai", pengyang.Text("timeZone"));
        Assert.Equal("2020-04-28", pengyang.List("documents").Single(document => document.Text("id") is "plan-2020").Text("issuedOn"));
    }

    [Theory]
    [InlineData("640425-pengyang")]
    [InlineData("640425")]
    [InlineData("pengyang")]
    public async Task Get_Finds_WhenNamedByFolderCodeOrId(string name)
    {
        var text = await server.Client.GetStringAsync($"/api/v1/jurisdictions/{name}");
        Assert.Contains("彭阳县", text, StringComparison.Ordinal);
        Assert.Equal("640425-pengyang", JsonElement.Parse(text).Text("folder"));
    }

    [Fact]
    public async Task Get_SuggestsTheNearestName_WhenUnknown()
    {
        var problem = await server.GetAsync("/api/v1/jurisdictions/640425-pengyeng", HttpStatusCode.NotFound);
        var error = Assert.Single(problem.List("errors"));
        Assert.Equal("jurisdiction-unknown", error.Text("code"));
        Assert.Contains("640425-pengyang", error.GetProperty("remedy").Text("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_ComeWithRolesAndTallies_WhenAsked()
    {
        var units = (await server.GetAsync("/api/v1/jurisdictions/pengyang/units")).EnumerateArray().ToArray();
        var education = units.Single(unit => unit.Text("id") is "education");
        Assert.Equal("县教育体育局", education.GetProperty("name").Text("zh"));
        Assert.Contains(education.List("roles"), role => role.Text("role") is "member");
        Assert.True(education.GetProperty("deadlines").Number("open") > 0);
        Assert.Equal(["met", "metLate", "open", "overdue", "soon", "waived"], education.GetProperty("deadlines").EnumerateObject().Select(count => count.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Pack_ShowsVersionsAndFiles_WhenItRuns()
    {
        var pack = await server.GetAsync("/api/v1/packs/pengyang");
        var version = Assert.Single(pack.List("versions"));
        Assert.True(version.GetProperty("isRunning").GetBoolean());
        Assert.Equal(JsonValueKind.Null, pack.GetProperty("rejection").ValueKind);

        var address = $"/api/v1/packs/pengyang/versions/{version.Text("hash")}/files";
        var files = await server.GetAsync(address);
        var stored = files.Text("workflows/640425-pengyang/obligations.json");
        Assert.Equal(await File.ReadAllTextAsync(server.PackFile("obligations.json")), stored);

        await using var zip = new ZipArchive(await server.Client.GetStreamAsync(address + "?format=zip"));
        Assert.Equal(files.EnumerateObject().Select(file => file.Name).ToArray(), zip.Entries.Select(entry => entry.FullName).ToArray());
        await server.GetAsync("/api/v1/packs/pengyang/versions/0000/files", HttpStatusCode.NotFound);
        await server.GetAsync("/api/v1/packs/nowhere", HttpStatusCode.NotFound);
        Assert.Single((await server.GetAsync("/api/v1/packs")).EnumerateArray());
    }
}
