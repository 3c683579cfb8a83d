using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// The thread that owns the server: it makes the cluster if there is none, starts the server, starts it again when it crashes, and
/// ends with it. It must be a thread of its own, since the kernel ties the server's life to the thread that started it.
/// </summary>
internal sealed class ClusterKeeper(ClusterFolder folder, PrivateClusterOptions options)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _stop = new();
    private readonly Lock _gate = new();
    private Postmaster? _running;

    /// <summary>The connection string, once the server takes queries for the first time; or why it never did.</summary>
    public Task<string> Ready => _ready.Task;

    /// <summary>Completes when the server has ended and the folder is free.</summary>
    public Task Ended => _ended.Task;

    public void Start() => new Thread(Run) { Name = "PostgreSQL", IsBackground = true }.Start();

    /// <summary>Asks for the end, or again with a stronger signal.</summary>
    public void Stop(int signal)
    {
        _stop.Set();
        lock (_gate)
            _running?.Send(signal);
    }

    public void Kill()
    {
        lock (_gate)
            _running?.Kill();
    }

    private void Run()
    {
        try
        {
            Keep();
            _ready.TrySetCanceled();
        }
        catch (Exception failure)
        {
            _ready.TrySetException(ClusterFault.From(folder, failure));
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private void Keep()
    {
        folder.Create();
        using var held = FolderLock.Take(folder);
        var binaries = PostgresBinaries.Find(options.BinFolder, folder);
        var endpoint = Endpoint.For(folder);
        if (!folder.IsComplete)
            CreateCluster(binaries);
        var connectionString = endpoint.ConnectionString(File.ReadAllText(folder.Password).Trim());
        for (var pause = ShortestPause; !_stop.IsSet; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var lived = Stopwatch.StartNew();
            RunOnce(binaries, endpoint, connectionString);
            if (lived.Elapsed > LongestPause)
                pause = ShortestPause;
            _stop.Wait(pause);
        }
    }

    private void CreateCluster(PostgresBinaries binaries)
    {
        var took = Stopwatch.StartNew();
        ClusterBirth.Create(folder, binaries, options.Durable);
        options.Log?.LogInformation("Created a PostgreSQL {Major} cluster in {Folder} in {Milliseconds} ms", binaries.Major, folder.Root, took.ElapsedMilliseconds);
    }

    /// <summary>A failure before the first success is the caller's; a later one is logged and tried again, for space may be made or a fault mended.</summary>
    private void RunOnce(PostgresBinaries binaries, Endpoint endpoint, string connectionString)
    {
        try
        {
            Leftovers.Settle(folder, endpoint);
            using var server = Postmaster.Start(folder, endpoint, binaries, options.Durable);
            Follow(server, connectionString);
        }
        catch (Exception failure) when (_ready.Task.IsCompletedSuccessfully)
        {
            options.Log?.LogError(failure, "PostgreSQL in {Folder} could not be restarted; trying again", folder.Root);
        }
    }

    private void Follow(Postmaster server, string connectionString)
    {
        lock (_gate)
            _running = server;
        try
        {
            if (_stop.IsSet)
                server.Send(Signal.Interrupt);
            server.AwaitReady();
            options.Log?.LogInformation("PostgreSQL runs in {Folder} as process {Process}", folder.Root, server.Id);
            _ready.TrySetResult(connectionString);
            server.AwaitEnd();
        }
        finally
        {
            // No server may outlive its run: the folder's lock is about to be dropped, or the next run to begin.
            lock (_gate)
                _running = null;
            server.Kill();
            server.AwaitEnd();
        }

        if (!_stop.IsSet)
            options.Log?.LogWarning("PostgreSQL in {Folder} ended unexpectedly; restarting it. Its words are in {File}", folder.Root, folder.Log);
    }
}
