using System.Text;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// What lies where in a data folder. <c>data</c> exists only complete: it is built as <c>data.new</c> and renamed when all of it is on disk.
/// So an unfinished one may always be deleted, and a finished one never is.
/// </summary>
internal sealed class ClusterFolder(string path)
{
    /// <summary>sun_path has 108 bytes, the last of them NUL.</summary>
    private const int LongestSocketPath = 107;

    private const int LogSizeToRotate = 16 * 1024 * 1024;

    public string Root { get; } = Path.GetFullPath(path);
    public string Data => Path.Combine(Root, "data");
    public string Unfinished => Path.Combine(Root, "data.new");
    public string Socket => Path.Combine(Root, "socket");
    public string Password => Path.Combine(Root, "password");
    public string Lock => Path.Combine(Root, "lock");
    public string LockHolder => Path.Combine(Root, "lock-holder");
    public string Log => Path.Combine(Root, "postgres.log");
    public string PostmasterPid => Path.Combine(Data, "postmaster.pid");

    public bool IsComplete => Directory.Exists(Data);

    /// <summary>PostgreSQL separates several socket folders with commas and Npgsql several hosts, so a comma in the path rules sockets out too.</summary>
    public bool CanHoldSocket =>
        Encoding.UTF8.GetByteCount(Path.Combine(Socket, $".s.PGSQL.{Endpoint.SocketPort}")) <= LongestSocketPath && Socket.AsSpan().IndexOfAny(',', '"') < 0;

    /// <summary>The major version the data were made by, for example "15"; null before there are any.</summary>
    public string? Version
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
    }

    public void Create()
    {
        Directory.CreateDirectory(Root);
        if (Directory.Exists(Socket))
            return;
        OwnerOnly.CreateFolder(Socket);
        Child.HandOver(Socket);
    }

    /// <summary>Sets a log that has grown large aside (one generation is kept) and makes sure that the log is there and private.</summary>
    public void PrepareLog()
    {
        if (File.Exists(Log) && new FileInfo(Log).Length > LogSizeToRotate)
            File.Move(Log, Log + ".1", overwrite: true);
        using var created = OwnerOnly.Open(Log, FileMode.Append);
    }
}
