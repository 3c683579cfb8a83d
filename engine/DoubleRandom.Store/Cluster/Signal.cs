using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DoubleRandom.Store.Cluster;

/// <summary>The signals PostgreSQL understands; .NET itself can only kill.</summary>
internal static class Signal
{
    /// <summary>SIGINT, to a postmaster: end all sessions, write everything, stop ("fast").</summary>
    public const int Interrupt = 2;

    /// <summary>SIGQUIT, to a postmaster: stop at once and recover at the next start ("immediate").</summary>
    public const int Quit = 3;

    public static void Send(int process, int signal) => _ = Kill(process, signal);

    /// <summary>Sends to a child of ours, but never to a stranger that got its number after it ended.</summary>
    public static void Send(Process child, int signal)
    {
        if (!child.HasExited)
            Send(child.Id, signal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
