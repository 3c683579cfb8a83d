using Microsoft.Extensions.Logging;

namespace DoubleRandom.Store.Cluster;

/// <summary>How the program's own PostgreSQL is run.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>The folder that holds everything: data, socket, password and log. It is created when missing; one program at a time may use it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>; null searches the places where packages put them, then <c>PATH</c>.</summary>
    public string? BinFolder { get; init; }

    /// <summary>
    /// True (the default): what is committed survives a power cut. False lets the operating system write when it likes, which is faster and
    /// loses or spoils data when the machine stops; only for data that may be thrown away, such as a test's.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Receives what happens to the cluster (created, started, restarted after a crash, stopped).</summary>
    public ILogger? Log { get; init; }
}
