using System.Text;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>A file that did not change is not read again; one that did is, whatever was known of it.</summary>
public class PackLibraryTests
{
    private const string Folder = "640425-pengyang";
    private const string BaseFile = "workflows/_base-national/obligations.json";

    [Fact]
    public void Compile_SaysTheSame_WhenNothingChanged()
    {
        var (before, again) = (PackCompiler.Compile(RealPacks.Library, Folder), PackCompiler.Compile(new(RealPacks.Library.Files, RealPacks.Library), Folder));
        Assert.Equal(before.Pack!.ContentHash, again.Pack!.ContentHash, StringComparer.Ordinal);
        Assert.Equal(before.Diagnostics, again.Diagnostics);
    }

    [Fact]
    public void Compile_FindsTheFault_WhenABaseFileWasBrokenSince()
    {
        Assert.DoesNotContain(PackCompiler.Compile(RealPacks.Library, Folder).Diagnostics, fault => fault.Severity == Severity.Error);
        var broken = Changed(RealPacks.Library, "{");
        Assert.Contains(PackCompiler.Compile(broken, Folder).Diagnostics, fault => fault.Place.File.Equals(BaseFile, StringComparison.Ordinal));
        var mended = new PackLibrary(RealPacks.Library.Files, broken);
        Assert.DoesNotContain(PackCompiler.Compile(mended, Folder).Diagnostics, fault => fault.Severity == Severity.Error);
    }

    [Fact]
    public void Compile_SaysAFileOfTheBaseIsBroken_ToEachPackThatRestsOnIt()
    {
        var broken = Changed(RealPacks.Library, "{");
        Assert.All(RealPacks.Five, folder => Assert.Contains(PackCompiler.Compile(broken, folder).Diagnostics, fault => fault.Place.File.Equals(BaseFile, StringComparison.Ordinal)));
    }

    private static PackLibrary Changed(PackLibrary library, string content) =>
        new(library.Files.Select(file => file.Path.Equals(BaseFile, StringComparison.Ordinal) ? file with { Content = Encoding.UTF8.GetBytes(content) } : file), library);
}
