using System.Diagnostics;
using System.Globalization;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// What an earlier program that was killed may have left in its data folder: a postmaster that is still stopping, sessions that have not yet noticed that
/// their postmaster is gone, and the files by which a dead postmaster still claims the folder.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until no process works in the folder, then removes the claims. Call it only while holding the folder's lock.</summary>
    public static void Settle(ClusterFolder folder, Endpoint endpoint)
    {
        WaitForTheLiving(folder);
        File.Delete(folder.PostmasterPid);
        foreach (var claim in endpoint.Claims)
            File.Delete(claim);
    }

    /// <summary>Ours was interrupted by the kernel when its program died; one that was not (killed in the very moment of starting it) is interrupted here.</summary>
    private static void WaitForTheLiving(ClusterFolder folder)
    {
        var waited = Stopwatch.StartNew();
        foreach (var orphan in Living(folder))
            Signal.Send(orphan, Signal.Interrupt);
        while (Living(folder) is { Count: > 0 } alive)
        {
            if (waited.Elapsed > Patience)
                throw ClusterFault.StillRunning(folder.Root, alive);
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Processes named postgres that work in the folder. A zombie has no working folder any more and so does not count.</summary>
    private static List<int> Living(ClusterFolder folder)
    {
        var data = RealPath.Of(folder.Data);
        return [.. Directory.EnumerateDirectories("/proc").Where(entry => IsPostgres(entry) && WorksIn(entry, data)).Select(Number)];
    }

    private static int Number(string entry) => int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture);

    private static bool IsPostgres(string entry)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(entry)[0]))
            return false;
        try
        {
            return string.Equals(File.ReadAllText(Path.Combine(entry, "comm")).TrimEnd(), "postgres", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It ended while we looked.
        }
    }

    private static bool WorksIn(string entry, string folder)
    {
        try
        {
            return string.Equals(new FileInfo(Path.Combine(entry, "cwd")).LinkTarget, folder, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false; // It ended while we looked, or it is another user's and so cannot be ours.
        }
    }
}
