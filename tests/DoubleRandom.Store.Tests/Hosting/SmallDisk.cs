using System.Diagnostics;
using System.Globalization;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>
/// A real file system of a few megabytes: a tmpfs of its own. Mounting takes root; where the tests do not run as root they fail here, with these words,
/// instead of passing without having filled anything.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _place = new("disk");

    public SmallDisk(int megabytes)
    {
        Directory.CreateDirectory(_place.Data);
        Run("mount", "-t", "tmpfs", "-o", Size(megabytes) + ",mode=755", "tmpfs", _place.Data);
    }

    /// <summary>The data folder to be; not there yet.</summary>
    public string Data => Path.Combine(_place.Data, "d");

    public void Grow(int megabytes) => Run("mount", "-o", "remount," + Size(megabytes), _place.Data);

    /// <summary>Writes until nothing more fits.</summary>
    public void Use()
    {
        using var filler = new FileStream(Path.Combine(_place.Data, "filler"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full: that is what was wanted.
        }
    }

    public void Dispose()
    {
        Run("umount", _place.Data);
        _place.Dispose();
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed; making a small disk takes root (run the tests as root or in a container of your own).");
    }
}
