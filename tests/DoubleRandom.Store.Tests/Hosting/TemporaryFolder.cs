namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>A folder for one test's cluster, removed after it. Others may enter it, since root's database runs as another user.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode Enterable = (UnixFileMode)0b111_101_101;

    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-store-").FullName;

    public TemporaryFolder(string name = "d")
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, Enterable);
        Data = Path.Combine(_top, name);
    }

    /// <summary>The data folder to be; not there yet.</summary>
    public string Data { get; }

    public void Dispose()
    {
        // A server that was killed with its program may need a moment to stop writing here.
        for (var attempt = 0; Directory.Exists(_top); attempt++)
        {
            try
            {
                Directory.Delete(_top, recursive: true);
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(50);
            }
        }
    }
}
