using System.Diagnostics;
using System.Globalization;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>What the tests ask the operating system about processes.</summary>
internal static class Processes
{
    /// <summary>The postmaster of a data folder, by its own pid file.</summary>
    public static int Postmaster(string dataFolder) =>
        int.Parse(File.ReadLines(Path.Combine(dataFolder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>kill -9.</summary>
    public static void Kill(int process)
    {
        using var victim = Process.GetProcessById(process);
        victim.Kill();
    }

    /// <summary>Waits until a process is gone or a zombie; false when it outlives the patience.</summary>
    public static async Task<bool> EndsAsync(int process)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (HasEnded(process))
                return true;
            await Task.Delay(50);
        }

        return false;
    }

    public static bool HasEnded(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
