namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>
/// BannedSymbols.txt is held twice: by the analyzer while compiling, and here over the compiled assembly.
/// </summary>
public class BannedSymbolsTests
{
    private static readonly IReadOnlyList<Symbol> Banned =
        Symbol.List(File.ReadAllLines(Repository.PathOf("engine", "DoubleRandom.Core", "BannedSymbols.txt")));

    private static readonly AssemblyUses Core = AssemblyUses.Read(Beside("DoubleRandom.Core.dll"));

    private static readonly AssemblyUses ThisAssembly = AssemblyUses.Read(Beside("DoubleRandom.Core.Tests.dll"));

    [Fact]
    public void Core_UsesNothingBanned_WhenCompiled() => Assert.Empty(Core.Breaking(Banned));

    [Fact]
    public void Core_NamesNoOutsideWorld_WhenCompiled() =>
        Assert.DoesNotContain(Core.Assemblies, IsOutsideWorld);

    [Fact]
    public void Core_ReferencesTheRuntime_WhenItsMetadataIsReallyRead() => Assert.Contains("System.Runtime", Core.Assemblies, StringComparer.Ordinal);

    [Theory]
    [InlineData("Npgsql", true)]
    [InlineData("Quartz", true)]
    [InlineData("System.Net.Sockets", true)]
    [InlineData("Microsoft.Extensions.DependencyInjection.Abstractions", true)]
    [InlineData("DoubleRandom.Store", true)]
    [InlineData("System.Collections", false)]
    [InlineData("NJsonSchema", false)]
    public void Assembly_IsOutsideWorld_WhenItReachesOut(string assembly, bool outside) =>
        Assert.Equal(outside, IsOutsideWorld(assembly));

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("P:System.TimeZoneInfo.Local")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("P:System.Environment.MachineName")]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("M:System.IO.File.ReadAllText(System.String)")]
    [InlineData("M:System.IO.Directory.GetFiles(System.String)")]
    [InlineData("M:System.IO.FileInfo.#ctor(System.String)")]
    [InlineData("M:System.IO.FileStream.#ctor(System.String,System.IO.FileMode)")]
    [InlineData("M:System.IO.StreamReader.#ctor(System.String)")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int32)")]
    [InlineData("M:System.Threading.Timer.Change(System.Int32,System.Int32)")]
    [InlineData("M:System.Diagnostics.Stopwatch.GetTimestamp")]
    public void Breaking_FindsUse_WhenAnAssemblyHasIt(string use) =>
        Assert.Contains(Symbol.Parse(use), ThisAssembly.Breaking(Banned));

    [Fact]
    public void Breaking_LetsIteratorsPass_WhenTheCompilerAsksForTheThread() =>
        Assert.DoesNotContain(
            Symbol.Parse("P:System.Environment.CurrentManagedThreadId"),
            ThisAssembly.Breaking(Banned));

    private static bool IsOutsideWorld(string assembly) =>
        assembly is "Npgsql" or "Dapper" or "Quartz" or "Handlebars" or "CsvHelper"
        || new[] { "System.Net", "System.IO.FileSystem", "System.Data", "System.Threading.Timer", "System.Diagnostics.Process", "Microsoft.AspNetCore", "Microsoft.Extensions", "DoubleRandom." }
            .Any(start => assembly.StartsWith(start, StringComparison.Ordinal));

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
