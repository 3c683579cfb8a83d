namespace DoubleRandom.Service.Tests;

/// <summary>Where the repository's own files are, whatever folder the runner starts in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "DoubleRandom.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
