using System.Diagnostics;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Benchmarks;

/// <summary>Validating one pack after an edit of its files, warm; and all packs in a cold process.</summary>
internal static class ValidateBench
{
    public static IEnumerable<Figure> Run()
    {
        yield return Cold();
        var library = Counties.Library;
        // Warm is a server that has been looking after these packs for a while.
        for (var i = 0; i < 40; i++)
            foreach (var folder in library.Jurisdictions)
                PackCompiler.Compile(i == 0 ? library : Edited(library, folder), folder);
        foreach (var folder in library.Jurisdictions)
            yield return Warm(library, folder);
    }

    private static Figure Warm(PackLibrary library, string folder)
    {
        const int rounds = 41;
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var edited = Edited(library, folder);
            var watch = Stopwatch.StartNew();
            PackCompiler.Compile(edited, folder);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return new($"validate {folder} warm", times[rounds / 2], "ms", false, 50, [("best", times[0]), ("worst", times[^1])]);
    }

    /// <summary>The pack as after an edit of each of its own files, so that those are read anew; its base packs are as before.</summary>
    private static PackLibrary Edited(PackLibrary library, string folder) =>
        new(library.Files.Select(file => string.Equals(file.Folder, folder, StringComparison.Ordinal) ? file with { Content = (byte[])[.. file.Content.Span, (byte)'\n'] } : file), library);

    private static Figure Cold()
    {
        var program = Path.Combine(Counties.Root, "engine/DoubleRandom.Cli/bin/Release/net10.0/doublerandom.dll");
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "validate", "--format", "json"]) { WorkingDirectory = Counties.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"validate ended with {process.ExitCode}.");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new("validate all, cold process", times.Order().ElementAt(1), "ms", false, 2000, [("best", times.Min()), ("worst", times.Max())]);
    }
}
