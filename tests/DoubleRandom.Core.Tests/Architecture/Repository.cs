using System.Diagnostics;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>The working tree the tests were built from, as the architecture tests read it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "lib", ".git", ".build", ".data", "TestResults"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Our own sources of the engine: .cs and .razor, without what the build generates.</summary>
    public static IReadOnlyList<SourceFile> EngineSources() =>
        [.. Walk(PathOf("engine"))
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor")
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllText(path)))];

    /// <summary>What git tracks; in an unpacked archive, which has no git, everything that is not ignored by name.</summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        var tracked = Git("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var files = tracked.Length > 0 ? tracked.Select(path => PathOf(path)) : Walk(Root);
        return [.. files.Where(File.Exists)];
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !NotOurs.Contains(Path.GetFileName(child), StringComparer.Ordinal))
                .SelectMany(Walk));

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ""; // git is not installed
        }
    }

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DoubleRandom.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No DoubleRandom.sln in {from} or any folder above it.");
    }
}
