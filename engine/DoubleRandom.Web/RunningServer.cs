using DoubleRandom.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Web;

/// <summary>A built server and the database that it owns.</summary>
public sealed class RunningServer(WebApplication app, Database database) : IAsyncDisposable
{
    /// <summary>
    /// How long stopping may take. The scheduler tries for ever to hand its trigger back to a database that is gone; whatever it holds expires by itself
    /// there, so nothing is lost by leaving.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private bool _stopped;

    /// <summary>The web application, for starting it and for its addresses and services.</summary>
    public WebApplication App => app;

    /// <summary>Where it listens: <c>http://127.0.0.1:5080</c>. Known once it was started.</summary>
    public string Url => app.Urls.First();

    /// <summary>Waits until the server is told to stop, and stops it.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var byCaller = cancel.Register(() => told.TrySetResult());
        await using var bySignal = app.Lifetime.ApplicationStopping.Register(() => told.TrySetResult());
        await told.Task;
        await StopAsync();
    }

    /// <summary>Stops the server: at once for whoever asks, within <see cref="Patience"/> for the engine.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await WithinAsync(Patience, app.StopAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await WithinAsync(Patience, app.DisposeAsync().AsTask());
        await database.DisposeAsync();
    }

    private async Task WithinAsync(TimeSpan patience, Task work)
    {
        try
        {
            await work.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            app.Logger.LogWarning("停止超时（数据库可能已断开），直接退出；未完成的工作由下次启动或其他节点接着做。 / Stopping took too long (the database may be gone): leaving. What was unfinished goes on at the next start or on another node.");
        }
    }
}
