using DoubleRandom.Web;

namespace DoubleRandom.Cli.Tests;

/// <summary>A server with the packs of the repository on a private cluster.</summary>
internal static class StartedServer
{
    /// <summary>Starts it, and waits until it has taken the packs in.</summary>
    public static async Task<RunningServer> OnAsync(string data)
    {
        var server = await Server.BuildAsync(new() { Port = 0, PacksRoot = Repository.Root, DataFolder = data }, CancellationToken.None);
        await server.App.StartAsync();
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddSeconds(60);
        while (!(await client.GetStringAsync($"{server.Url}/api/v1/jurisdictions")).Contains("pengyang", StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < until, "the packs were not taken in");
            await Task.Delay(100);
        }

        return server;
    }
}
