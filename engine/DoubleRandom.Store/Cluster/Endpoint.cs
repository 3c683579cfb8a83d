using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DoubleRandom.Store.Cluster;

/// <summary>Where the private cluster listens: a socket in its folder, or a loopback port when the folder's path is too long for a socket.</summary>
/// <param name="Host">The socket's folder, or 127.0.0.1.</param>
/// <param name="Port">The number in the socket's name, or the TCP port.</param>
internal sealed record Endpoint(string Host, int Port)
{
    public const int SocketPort = 5432;

    private bool IsSocket => Host.StartsWith('/');

    /// <summary>The files by which a server claims this endpoint; a killed one leaves them behind. A port needs none.</summary>
    public IEnumerable<string> Claims => IsSocket ? [SocketFile, SocketFile + ".lock"] : [];

    private string SocketFile => Path.Combine(Host, $".s.PGSQL.{Port}");

    public static Endpoint For(ClusterFolder folder) =>
        folder.CanHoldSocket ? new(folder.Socket, SocketPort) : new(IPAddress.Loopback.ToString(), FreePort());

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("listen_addresses", IsSocket ? "" : Host),
        ("unix_socket_directories", IsSocket ? Host : ""),
        ("port", Port.ToString(CultureInfo.InvariantCulture)),
    ];

    public string ConnectionString(string password) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = ClusterBirth.Owner,
        Password = password,
        Database = "postgres",
        ApplicationName = "doublerandom",
        MaxPoolSize = PostgresSettings.Connections - PostgresSettings.ConnectionsForOthers,
        // Both ends are on this machine; asking for encryption would only cost a round trip.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
