using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DoubleRandom.Service.Tests.Channels;

/// <summary>
/// A listener on 127.0.0.1 that follows a script: at each step it says its line, then waits for one line from the client. After the last
/// line it drops the connection, or hangs with it open.
/// </summary>
internal sealed class BadListener : IAsyncDisposable
{
    public BadListener(bool hangs, params string[] lines)
    {
        _listener.Start();
        _serving = ServeAsync(hangs, lines);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A port on which nobody listens.</summary>
    public static int ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(bool hangs, string[] lines)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
        NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream, leaveOpen: true);
        for (int i = 0; i < lines.Length; i++)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(lines[i] + "\r\n"), _end.Token);
            if (i < lines.Length - 1 || !hangs)
                await ReadTurnAsync(reader, isMessage: lines[i].StartsWith("354", StringComparison.Ordinal));
        }

        if (hangs)
            await Task.Delay(Timeout.Infinite, _end.Token);
    }

    private async Task ReadTurnAsync(StreamReader reader, bool isMessage)
    {
        string? heard;
        do
            heard = await reader.ReadLineAsync(_end.Token);
        while (isMessage && heard is not (null or "."));
    }

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
}
