using System.ComponentModel;
using System.Diagnostics;

namespace DoubleRandom.Store.Cluster;

/// <summary>One run of the server process, from its start to its end.</summary>
internal sealed class Postmaster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5); // Replaying 4 GB of log after a crash takes a while on a slow disk.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);
    private const int StatusLine = 7;

    private readonly ClusterFolder _folder;
    private readonly Process _process;
    private readonly long _logStart;

    private Postmaster(ClusterFolder folder, Process process, long logStart) => (_folder, _process, _logStart) = (folder, process, logStart);

    /// <summary>Starts the server. The calling thread must live as long as the server shall: the kernel stops the server when that thread ends.</summary>
    public static Postmaster Start(ClusterFolder folder, Endpoint endpoint, PostgresBinaries binaries, bool durable)
    {
        folder.PrepareLog();
        var logStart = new FileInfo(folder.Log).Length;
        var start = Child.Server(folder.Log, binaries.Postgres, PostgresSettings.Arguments(folder, endpoint, durable));
        return new Postmaster(folder, Process.Start(start)!, logStart);
    }

    public int Id => _process.Id;

    /// <summary>Blocks until the server takes queries.</summary>
    /// <exception cref="DatabaseUnavailableException">It gave up or took too long.</exception>
    public void AwaitReady()
    {
        var waited = Stopwatch.StartNew();
        while (!SaysReady())
        {
            if (_process.WaitForExit(Pause))
                throw ClusterFault.From(_folder, LogTail());
            if (waited.Elapsed > Patience)
                throw ClusterFault.DidNotStart(_folder, LogTail());
        }
    }

    /// <summary>Blocks until the server has ended.</summary>
    public void AwaitEnd() => _process.WaitForExit();

    public void Send(int signal) => Signal.Send(_process, signal);

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between, which is what was wanted.
        }
    }

    public void Dispose() => _process.Dispose();

    /// <summary>The postmaster writes its state into the eighth line of its pid file; that costs no connection.</summary>
    private bool SaysReady()
    {
        try
        {
            var lines = File.ReadAllLines(_folder.PostmasterPid);
            return lines.Length > StatusLine && string.Equals(lines[StatusLine].Trim(), "ready", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // Not written yet.
        }
    }

    private string LogTail()
    {
        using var log = new FileStream(_folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(_logStart, log.Length);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }
}
