using System.Globalization;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// The server's settings, given on its command line so that they follow the program and not the age of the data folder.
/// Sized for a small server (2 cores and up, 4 GB and more) that this program shares with nobody.
/// </summary>
internal static class PostgresSettings
{
    /// <summary>How many sessions the server takes at once.</summary>
    public const int Connections = 100;

    /// <summary>How many of them this program leaves to psql, pg_dump and the like.</summary>
    public const int ConnectionsForOthers = 20;

    private static readonly (string, string)[] Always =
    [
        ("max_connections", Connections.ToString(CultureInfo.InvariantCulture)),
        ("cluster_name", "doublerandom"),
        ("shared_buffers", "256MB"),
        ("effective_cache_size", "2GB"),
        ("work_mem", "32MB"),
        ("maintenance_work_mem", "256MB"),
        // Nothing replicates from a private cluster: a bulk load into a new table need not be written twice.
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        ("wal_buffers", "16MB"),
        ("max_wal_size", "4GB"),
        ("wal_compression", "lz4"),
        ("checkpoint_timeout", "15min"),
        // Solid-state disks: a random page costs about as much as the next one.
        ("random_page_cost", "1.1"),
        ("effective_io_concurrency", "100"),
        // Queries here are short; compiling one costs more than it saves.
        ("jit", "off"),
        ("TimeZone", "UTC"),
        ("log_timezone", "UTC"),
        ("log_line_prefix", "%m [%p] "),
        ("logging_collector", "off"),
        ("log_destination", "stderr"),
    ];

    private static readonly (string, string)[] Careless =
    [
        ("fsync", "off"),
        ("synchronous_commit", "off"),
        ("full_page_writes", "off"),
    ];

    public static IEnumerable<string> Arguments(ClusterFolder folder, Endpoint endpoint, bool durable) =>
        Always.Concat(durable ? [] : Careless).Concat(endpoint.Settings)
            .SelectMany(setting => new[] { "-c", $"{setting.Item1}={setting.Item2}" })
            .Prepend(folder.Data).Prepend("-D");
}
