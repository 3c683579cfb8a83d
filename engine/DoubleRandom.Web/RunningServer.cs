using DoubleRandom.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace DoubleRandom.Web;

/// <summary>A built server and the database that it owns.</summary>
public sealed class RunningServer(WebApplication app, Database database) : IAsyncDisposable
{
    /// <summary>The web application, for starting it and for its addresses and services.</summary>
    public WebApplication App => app;

    /// <summary>Where it listens: <c>http://127.0.0.1:5080</c>. Known once it was started.</summary>
    public string Url => app.Urls.First();

    /// <summary>Waits until the server was told to stop, and has stopped.</summary>
    public Task WaitAsync(CancellationToken cancel) => app.WaitForShutdownAsync(cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
