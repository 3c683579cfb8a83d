namespace DoubleRandom.Web.Tests.Api;

public class PackRejectionTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Pack_ShowsEveryFault_WhenTheFolderDoesNotValidate()
    {
        var before = (await server.GetAsync("/api/v1/packs/pengyang")).Text("running");
        var file = server.PackFile("obligations.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"form\": \"work-update\"", "\"form\": \"work-updote\"", StringComparison.Ordinal));
        await ApiServer.UntilAsync(async () => (await server.GetAsync("/api/v1/packs/pengyang")).GetProperty("rejection").ValueKind is System.Text.Json.JsonValueKind.Object);

        var pack = await server.GetAsync("/api/v1/packs/pengyang");
        Assert.Equal(before, pack.Text("running"));
        var fault = pack.GetProperty("rejection").List("diagnostics").First(fault => fault.Text("severity") is "error");
        Assert.Equal("workflows/640425-pengyang/obligations.json", fault.Text("file"));
        Assert.True(fault.Number("line") > 1);
        Assert.Contains("work-update", fault.GetProperty("remedy").Text("zh"), StringComparison.Ordinal);
    }
}
