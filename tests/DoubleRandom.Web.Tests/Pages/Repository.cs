namespace DoubleRandom.Web.Tests.Pages;

/// <summary>Where the repository's own packs are, whatever folder the runner starts in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "DoubleRandom.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
