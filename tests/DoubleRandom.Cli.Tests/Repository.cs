using System.Text.Json;

namespace DoubleRandom.Cli.Tests;

/// <summary>Finds the working tree from which the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The tiny pack on which cases are built; it has rules and a workflow.</summary>
    public static string SamplePacks { get; } = Path.Combine(Root, "tests", "cases", "packs", "_sample");

    /// <summary>The cases of a file of tests/cases/cli, each as text so that the runner can name it.</summary>
    public static TheoryData<string> Cases(string file)
    {
        var data = new TheoryData<string>();
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tests", "cases", "cli", file)));
        foreach (var item in document.RootElement.EnumerateArray())
            data.Add(item.GetRawText());
        Assert.NotEmpty(data);
        return data;
    }

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DoubleRandom.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No DoubleRandom.sln in {from} or any folder above it.");
    }
}
