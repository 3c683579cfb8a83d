using DoubleRandom.Store;
using Npgsql;

namespace DoubleRandom.Benchmarks;

/// <summary>A private cluster with the program's own settings (commits are flushed), in a folder that goes away.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string _folder;

    private BenchDatabase(Database database, string folder) => (Database, _folder) = (database, folder);

    public Database Database { get; }

    public NpgsqlDataSource Source => Database.Source;

    public static async Task<BenchDatabase> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-bench-").FullName;
        // The cluster runs as another user when the program runs as root, and that user must get in.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return new(await Database.OpenAsync(new DatabaseOptions { DataFolder = Path.Combine(folder, "data") }, TimeProvider.System), folder);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> ScalarAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
