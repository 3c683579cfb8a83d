namespace DoubleRandom.Store.Cluster;

/// <summary>Files and folders that nobody but their owner may read.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            throw NeedsUnix();
        Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);
    }

    public static FileStream Open(string path, FileMode mode)
    {
        if (OperatingSystem.IsWindows())
            throw NeedsUnix();
        return new(path, new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = ReadWrite });
    }

    public static void Write(string path, string text)
    {
        using var file = Open(path, FileMode.Create);
        using var writer = new StreamWriter(file);
        writer.Write(text);
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    private static PlatformNotSupportedException NeedsUnix() => new("The private cluster needs Linux; use a connection string here.");
}
