using System.Diagnostics;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>A server that works in a data folder although no program owns it: what remains when the program dies in the moment of starting it.</summary>
internal static class Orphan
{
    private const string Postgres = "/usr/lib/postgresql/15/bin/postgres";

    public static int Start(string dataFolder)
    {
        string[] become = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : ["env"];
        var script = $"exec {string.Join(' ', become)} {Postgres} -D \"$0/data\" -c listen_addresses= -c unix_socket_directories=\"$0/socket\" </dev/null >/dev/null 2>&1";
        using var process = Process.Start("/bin/sh", ["-c", script, dataFolder]);
        var claim = Path.Combine(dataFolder, "data", "postmaster.pid");
        for (var attempt = 0; !(File.Exists(claim) && File.ReadAllText(claim).Contains("ready", StringComparison.Ordinal)); attempt++)
        {
            Assert.True(attempt < 200, "The orphan did not start.");
            Thread.Sleep(25);
        }

        return process.Id;
    }
}
