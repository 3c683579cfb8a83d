using System.Diagnostics;

namespace DoubleRandom.Store.Cluster;

/// <summary>
/// Starts PostgreSQL's programs so that they cannot outlive this one and cannot see its environment. Root may not run PostgreSQL,
/// so root becomes the user <c>postgres</c> first and gives up every privilege on the way.
/// </summary>
internal static class Child
{
    /// <summary>The user that Debian's package creates.</summary>
    public const string User = "postgres";

    private static readonly string[] BecomeUser =
        [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"];

    /// <summary>
    /// A long-lived server. <c>setsid</c> keeps the terminal's Ctrl-C away from it (the program stops it in order instead), <c>setpriv</c> has the
    /// kernel interrupt it when the starting thread ends; both replace themselves, so the process started is the postmaster itself.
    /// </summary>
    public static ProcessStartInfo Server(string log, string program, IEnumerable<string> arguments) =>
        Start("/bin/sh", ["-c", "exec \"$@\" </dev/null >>\"$0\" 2>&1", log, "setsid", .. Unprivileged("INT", program), .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit status and everything it printed.</returns>
    public static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        // One pipe for both streams: they are read in the order written, and a full second pipe cannot stall the child.
        var start = Start("/bin/sh", ["-c", "exec \"$@\" </dev/null 2>&1", "sh", .. Unprivileged("KILL", program), .. arguments]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>What a program prints; empty when it fails.</summary>
    public static string Output(string program, params string[] arguments) => Run(program, arguments) is (0, var output) ? output : "";

    /// <summary>Gives files and folders to the user the server will run as.</summary>
    public static void HandOver(params string[] paths)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        using var process = Process.Start(Start("chown", ["-R", $"{User}:", .. paths]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw ClusterFault.NoUser(User);
    }

    private static string[] Unprivileged(string signalAtParentsDeath, string program) =>
        ["setpriv", .. Environment.IsPrivilegedProcess ? BecomeUser : [], "--no-new-privs", "--pdeathsig", signalAtParentsDeath, "--", program];

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        return start;
    }
}
