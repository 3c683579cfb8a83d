using System.Text;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>The packs that the tests of the running engine use: the five counties', and a tiny one in which every scenario is near.</summary>
internal static class TestPacks
{
    public const string Tiny = "990001-tiny";

    private static readonly Lazy<PackLibrary> Real = new(() => PackFolder.Read(Repository.Root));

    private static readonly Lazy<PackLibrary> Small = new(() =>
    {
        var own = PackFolder.Read(Repository.Path("tests", "cases", "service", "_packs"));
        var borrowed = Real.Value.Files.Where(file => file.Folder is "_base-national" || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        return new(own.Files.Concat(borrowed));
    });

    /// <summary>The five counties.</summary>
    public static PackLibrary Five => Real.Value;

    /// <summary>The tiny county.</summary>
    public static PackLibrary OneTiny => Small.Value;

    /// <summary>The library with a text put in the place of another in one file; the text has to be there.</summary>
    public static PackLibrary With(this PackLibrary library, string path, string old, string @new)
    {
        var file = library.Files.Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));
        var text = Encoding.UTF8.GetString(file.Content.Span);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return new(library.Files.Where(other => other != file).Append(file with { Content = Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal)) }));
    }

    /// <summary>The tiny pack with a text put in the place of another in one of its own files.</summary>
    public static PackLibrary TinyWith(string file, string old, string @new) => OneTiny.With($"workflows/{Tiny}/{file}", old, @new);

    /// <summary>Writes the library to a folder, as staff keep it.</summary>
    public static void WriteTo(this PackLibrary library, string root)
    {
        foreach (var file in library.Files)
        {
            var path = Path.Combine(root, file.Path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }
}
