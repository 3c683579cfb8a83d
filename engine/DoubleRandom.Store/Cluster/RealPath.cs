using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace DoubleRandom.Store.Cluster;

/// <summary>A path without symbolic links, as the kernel reports it for a process; .NET resolves only the last part.</summary>
internal static class RealPath
{
    private const int LongestPath = 4096;

    public static string Of(string path)
    {
        var resolved = new byte[LongestPath];
        return Resolve(Encoding.UTF8.GetBytes(path + '\0'), resolved) == 0
            ? throw new Win32Exception()
            : Encoding.UTF8.GetString(resolved.AsSpan(0, Array.IndexOf(resolved, (byte)0)));
    }

    [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Resolve(byte[] path, byte[] resolved);
}
