using System.Globalization;

namespace DoubleRandom.Store.Cluster;

/// <summary>Keeps a data folder for this program alone. The kernel drops the lock when the program ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int WouldBlock = 11;

    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    public static FolderLock Take(ClusterFolder folder)
    {
        var held = Open(folder);
        try
        {
            // A second file, since the lock refuses even readers.
            File.WriteAllText(folder.LockHolder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FolderLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _held.Dispose();

    private static FileStream Open(ClusterFolder folder)
    {
        try
        {
            return new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when ((held.HResult & 0xFFFF) == WouldBlock)
        {
            throw ClusterFault.FolderInUse(folder.Root, Holder(folder), held);
        }
    }

    private static string Holder(ClusterFolder folder) => File.Exists(folder.LockHolder) ? File.ReadAllText(folder.LockHolder).Trim() : "?";
}
