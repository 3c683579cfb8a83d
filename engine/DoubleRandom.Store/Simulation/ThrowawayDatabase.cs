using DoubleRandom.Store.Cluster;

namespace DoubleRandom.Store.Simulation;

/// <summary>A database in a temporary folder, on a private cluster of its own, that is gone when it is disposed. Nothing in it survives, so that nothing waits for the disk.</summary>
public sealed class ThrowawayDatabase : IAsyncDisposable
{
    private readonly string _folder;
    private readonly PrivateCluster _cluster;

    private ThrowawayDatabase(string folder, PrivateCluster cluster, Database database) => (_folder, _cluster, Database) = (folder, cluster, database);

    /// <summary>The open database, with all tables and no rows.</summary>
    public Database Database { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="DatabaseUnavailableException">PostgreSQL is not installed here, or cannot be started.</exception>
    public static async Task<ThrowawayDatabase> OpenAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-simulation-").FullName;
        PrivateCluster? cluster = null;
        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101); // Root's cluster runs as another user, who must get in.
            cluster = await PrivateCluster.StartAsync(new() { DataFolder = Path.Combine(folder, "d"), Durable = false }, cancel);
            var database = await Database.OpenAsync(new() { ConnectionString = cluster.ConnectionString }, TimeProvider.System, cancel);
            return new(folder, cluster, database);
        }
        catch
        {
            await RemoveAsync(folder, cluster);
            throw;
        }
    }

    /// <summary>Closes the database, stops its cluster, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await RemoveAsync(_folder, _cluster);
    }

    private static async Task RemoveAsync(string folder, PrivateCluster? cluster)
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
