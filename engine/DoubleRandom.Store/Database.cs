using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Migrations;
using Npgsql;

namespace DoubleRandom.Store;

/// <summary>
/// The open database with all migrations applied. Owns the connection pool and, without a connection string, the private PostgreSQL cluster;
/// disposing it closes the one and stops the other.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The oldest server the SQL of this program is written for, in PostgreSQL's numeric notation.</summary>
    private static readonly Version OldestServer = new(15, 0);

    private readonly PrivateCluster? _cluster;

    private Database(NpgsqlDataSource source, PrivateCluster? cluster) => (Source, _cluster) = (source, cluster);

    /// <summary>The pool every query of this program draws its connections from.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>True when the data live in this program's own cluster, so that they end with its data folder.</summary>
    public bool IsPrivate => _cluster is not null;

    /// <summary>Opens the server of the connection string, or starts the private cluster, and brings the tables up to this program's version.</summary>
    /// <param name="options">Where the data live.</param>
    /// <param name="time">Gives the instant recorded beside each applied migration.</param>
    /// <param name="cancel">Gives up; what was started is stopped again.</param>
    /// <exception cref="DatabaseUnavailableException">Somebody has to act before the database can be used.</exception>
    /// <exception cref="ArgumentException">Neither a connection string nor a data folder is given.</exception>
    public static async Task<Database> OpenAsync(DatabaseOptions options, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        DapperMappings.Register();
        var cluster = options.ConnectionString is null ? await StartClusterAsync(options, cancel) : null;
        var database = new Database(NpgsqlDataSource.Create(options.ConnectionString ?? cluster!.ConnectionString), cluster);
        try
        {
            await database.PrepareAsync(time, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the pool, then stops the private cluster if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private static Task<PrivateCluster> StartClusterAsync(DatabaseOptions options, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            throw new ArgumentException("Give a connection string or a data folder.", nameof(options));
        var cluster = new PrivateClusterOptions { DataFolder = options.DataFolder, BinFolder = options.BinFolder, Log = options.Log };
        return PrivateCluster.StartAsync(cluster, cancel);
    }

    private async Task PrepareAsync(TimeProvider time, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancel);
            if (connection.PostgreSqlVersion < OldestServer)
                throw DatabaseFault.ServerTooOld(connection.PostgreSqlVersion, OldestServer);
            await new Migrator(Migration.Embedded(), time).MigrateAsync(connection, cancel);
        }
        catch (NpgsqlException cause) when (CannotConnect(cause))
        {
            throw DatabaseFault.ServerUnreachable(Source.ConnectionString, cause);
        }
    }

    /// <summary>Sign-in (28…), unknown database (3D000) and network failures; a failing migration is none of them.</summary>
    private static bool CannotConnect(NpgsqlException cause) =>
        cause is not PostgresException refused || refused.SqlState.StartsWith("28", StringComparison.Ordinal) || refused.SqlState is PostgresErrorCodes.InvalidCatalogName;
}
