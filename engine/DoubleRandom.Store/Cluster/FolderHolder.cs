using System.Globalization;

namespace DoubleRandom.Store.Cluster;

/// <summary>Where the server that holds a data folder can be asked: a second program, which cannot open the folder itself, finds it here.</summary>
public static class FolderHolder
{
    private const string File = "server-address";

    /// <summary>Writes down that this program, which holds the folder, answers at an address.</summary>
    public static void Announce(string folder, Uri address)
    {
        var (path, mine) = (Path.Combine(folder, File), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var unfinished = $"{path}.new";
        System.IO.File.WriteAllText(unfinished, $"{mine} {address}");
        System.IO.File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>
    /// The address of the server that holds the folder; null when there is none. What a killed server left behind is not believed: the address must be
    /// that of the program that holds the lock, or a file might be sent to a server of other data that took over the port.
    /// </summary>
    public static Uri? AddressOf(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path) || System.IO.File.ReadAllText(path).Split(' ') is not [var process, var address])
            return null;
        var holder = new ClusterFolder(folder).LockHolder;
        return System.IO.File.Exists(holder) && string.Equals(System.IO.File.ReadAllText(holder).Trim(), process, StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : null;
    }
}
