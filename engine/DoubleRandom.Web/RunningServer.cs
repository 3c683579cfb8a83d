using DoubleRandom.Store;
using Microsoft.AspNetCore.Builder;

namespace DoubleRandom.Web;

/// <summary>A built server and the database that it owns.</summary>
public sealed class RunningServer(WebApplication app, Database database) : IAsyncDisposable
{
    /// <summary>The web application, for starting it and for its addresses and services.</summary>
    public WebApplication App => app;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
