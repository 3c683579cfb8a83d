namespace DoubleRandom.Web.Tests.Api;

public class DemoClockTests(HastyServer server) : IClassFixture<HastyServer>
{
    [Fact]
    public async Task Clock_LosesNoDay_WhileTheServerStarts()
    {
        // A month passes every second: a start of half a second would already have lost two weeks.
        var jurisdiction = Assert.Single((await server.GetAsync("/api/v1/jurisdictions")).EnumerateArray());
        Assert.Equal("2024-09-26", jurisdiction.Text("firstPublishedOn"));
        await ApiServer.UntilAsync(() => Task.FromResult(server.Now > new DateTimeOffset(2024, 10, 26, 0, 0, 0, TimeSpan.Zero)));
    }
}
