using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Store;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Store.Migrations;
using Npgsql;

namespace DoubleRandom.Tests.Shared;

/// <summary>
/// A fresh, migrated database on a real PostgreSQL for each test class (<c>IClassFixture&lt;PostgresFixture&gt;</c>). All classes of a test process share one
/// private cluster in a temporary folder; it goes away with the process, however that ends.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "doublerandom_template";

    private static readonly Lazy<Task<PrivateCluster>> Cluster = new(StartAsync);
    private static readonly SemaphoreSlim Copying = new(1);
    private static int _databases;

    /// <summary>Held to the end: were it collected, its input would be closed, and the folder removed, in the middle of the tests.</summary>
    private static Process? _remover;

    private Database? _database;

    /// <summary>The connection string of this class's database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>This class's database, opened as the program opens one.</summary>
    public Database Database => _database ?? throw new InvalidOperationException("xunit has not initialised the fixture.");

    /// <summary>The pool of <see cref="Database"/>.</summary>
    public NpgsqlDataSource Source => Database.Source;

    public async Task InitializeAsync()
    {
        ConnectionString = await CreateDatabaseAsync(Template);
        _database = await Database.OpenAsync(new DatabaseOptions { ConnectionString = ConnectionString }, TimeProvider.System);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    /// <summary>Makes one more database with all tables, for a test that must not share, and returns its connection string.</summary>
    public static Task<string> CreateDatabaseAsync() => CreateDatabaseAsync(Template);

    /// <summary>Makes a database without any tables and returns its connection string.</summary>
    public static Task<string> CreateEmptyDatabaseAsync() => CreateDatabaseAsync("template0");

    private static async Task<string> CreateDatabaseAsync(string template)
    {
        var server = (await Cluster.Value).ConnectionString;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync(server, $"create database {name} template {template}");
        }
        finally
        {
            Copying.Release();
        }

        return On(server, name);
    }

    private static async Task<PrivateCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-tests-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101); // Root's database runs as another user, who must get in.
        RemoveWithThisProcess(folder);
        var cluster = await PrivateCluster.StartAsync(new PrivateClusterOptions { DataFolder = Path.Combine(folder, "d"), Durable = false });
        await ExecuteAsync(cluster.ConnectionString, $"create database {Template}");
        await MigrateTemplateAsync(On(cluster.ConnectionString, Template));
        return cluster;
    }

    private static async Task MigrateTemplateAsync(string template)
    {
        // Unpooled: a template with a connection left open cannot be copied.
        await using var connection = new NpgsqlConnection(template + ";Pooling=false");
        await connection.OpenAsync();
        await new Migrator(Migration.Embedded(), TimeProvider.System).MigrateAsync(connection);
    }

    /// <summary>
    /// A shell that waits for the end of its input, which is the end of this process (killed or not), then for the server to stop, and removes the folder.
    /// An exit handler would not do: the test runner kills its host soon after the last test.
    /// </summary>
    private static void RemoveWithThisProcess(string folder)
    {
        const string script = """
            cat >/dev/null
            for i in $(seq 200); do [ -e "$0/d/data/postmaster.pid" ] || break; sleep 0.05; done
            rm -rf "$0"
            """;
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", script, folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _remover = Process.Start(start) ?? throw new InvalidOperationException("The remover of the temporary folder did not start.");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string On(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ConnectionString;
}
