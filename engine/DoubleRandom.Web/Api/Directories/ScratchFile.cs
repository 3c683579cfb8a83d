namespace DoubleRandom.Web.Api.Directories;

/// <summary>Room on disk for a file that is too large for memory: readable by this program's user alone, gone when it is closed.</summary>
internal static class ScratchFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"doublerandom-{Guid.NewGuid():N}"), options);
    }
}
