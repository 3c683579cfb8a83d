using Microsoft.Extensions.Logging;

namespace DoubleRandom.Store;

/// <summary>Where the data live: on a server somebody else runs, or in a private cluster in a folder. One of the two must be given.</summary>
public sealed record DatabaseOptions
{
    /// <summary>An Npgsql connection string of a PostgreSQL 15 or newer server. When it is given, <see cref="DataFolder"/> is not touched.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The folder of the private cluster; it is created when missing. Used only without a <see cref="ConnectionString"/>.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c> for the private cluster; null searches the machine.</summary>
    public string? BinFolder { get; init; }

    /// <summary>Receives what happens to the private cluster (created, started, restarted after a crash, stopped).</summary>
    public ILogger? Log { get; init; }
}
