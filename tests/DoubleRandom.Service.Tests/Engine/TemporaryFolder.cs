namespace DoubleRandom.Service.Tests.Engine;

/// <summary>A folder for one test, removed after it. Others may enter it, since root's database runs as another user.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);
    }

    public string Root { get; } = System.IO.Directory.CreateTempSubdirectory("doublerandom-service-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Root, recursive: true);
}
