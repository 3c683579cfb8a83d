using Microsoft.Extensions.Logging;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// The program's own PostgreSQL, run from the machine's binaries in a data folder as a child that cannot outlive the program.
/// It listens on a socket inside the folder (or on loopback when the path is too long), with a random password, and
/// is started again when it crashes; connections then break once and the next ones work.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForFast = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForImmediate = TimeSpan.FromSeconds(5);

    private readonly ClusterKeeper _keeper;
    private readonly ClusterFolder _folder;
    private readonly ILogger? _log;

    private PrivateCluster(ClusterKeeper keeper, ClusterFolder folder, ILogger? log) => (_keeper, _folder, _log) = (keeper, folder, log);

    /// <summary>An Npgsql connection string of the cluster's database; it stays valid until the cluster is disposed. Holds the password: do not print it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The file PostgreSQL writes its messages to.</summary>
    public string LogFile => _folder.Log;

    /// <summary>
    /// Starts the cluster, making it first if the folder has none, and returns when it takes queries. Whatever a killed program left behind is
    /// cleared away; data that were committed are never deleted.
    /// </summary>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Gives up; what was started is stopped again.</param>
    /// <exception cref="DatabaseUnavailableException">Somebody has to act before the cluster can start.</exception>
    public static async Task<PrivateCluster> StartAsync(PrivateClusterOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new ClusterFolder(options.DataFolder);
        var keeper = new ClusterKeeper(folder, options);
        var cluster = new PrivateCluster(keeper, folder, options.Log);
        keeper.Start();
        try
        {
            cluster.ConnectionString = await keeper.Ready.WaitAsync(cancel);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends all sessions, has the server write everything, and frees the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (await EndsAsync(Signal.Interrupt, PatienceForFast) || await EndsAsync(Signal.Quit, PatienceForImmediate))
            return;
        _log?.LogWarning("PostgreSQL in {Folder} did not stop when asked and was killed; it recovers at the next start", _folder.Root);
        _keeper.Kill();
        await _keeper.Ended;
    }

    private async Task<bool> EndsAsync(int signal, TimeSpan patience)
    {
        _keeper.Stop(signal);
        return await Task.WhenAny(_keeper.Ended, Task.Delay(patience)) == _keeper.Ended;
    }
}
