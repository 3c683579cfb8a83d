using System.Diagnostics;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>
/// How much slower the machine is just now than the quiet one the time limits are meant for, told by the same work without this program: a bare
/// <c>initdb</c>. Never under 1, so that a fast machine does not tighten the limits.
/// </summary>
internal static class MachineSlowness
{
    private const string Initdb = "/usr/lib/postgresql/15/bin/initdb";
    private const double QuietMilliseconds = 600;

    public static double Measure(TemporaryFolder folder)
    {
        var place = folder.Data + "-bare";
        string[] prepare = Environment.IsPrivilegedProcess ? ["install", "-d", "-m", "700", "-o", "postgres", place] : ["mkdir", place];
        string[] become = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        Run(prepare);
        var watch = Stopwatch.StartNew();
        Run([.. become, "env", "TZ=UTC", Initdb, "-D", place, "--no-sync", "--data-checksums", "-E", "UTF8", "--locale=C", "-A", "trust"]);
        return Math.Max(1, watch.Elapsed.TotalMilliseconds / QuietMilliseconds);
    }

    private static void Run(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + process.StandardError.ReadToEnd());
    }
}
