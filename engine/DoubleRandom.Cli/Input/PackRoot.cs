using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;

namespace DoubleRandom.Cli.Input;

/// <summary>A folder with <c>workflows/</c> and <c>rules/</c>, read when it is first needed.</summary>
internal sealed class PackRoot(string folder)
{
    private static readonly Bilingual HowToName = new("请在项目根目录运行，或用 --packs 指明含有 workflows/ 的文件夹", "run it at the project's root, or name a folder that holds workflows/ with --packs");

    public string Folder { get; } = folder;

    public PackLibrary Library => field ??= PackFolder.Read(Folder);

    /// <summary>The folder named; else the current one, the one of the entry script, or the nearest above the program.</summary>
    public static PackRoot Find(string? named, Terminal terminal)
    {
        if (named is not null)
            return At(Path.GetFullPath(named, terminal.Folder))
                ?? throw new UsageException(new($"{named} 中没有 workflows 文件夹", $"{named} has no workflows folder"), HowToName);
        return At(terminal.Folder)
            ?? (terminal.Environment("DOUBLERANDOM_HOME") is { Length: > 0 } home ? At(home) : null)
            ?? Above(AppContext.BaseDirectory)
            ?? throw new UsageException(new("找不到配置包", "there are no packs"), HowToName);
    }

    /// <summary>The root at a folder; null when it is none.</summary>
    public static PackRoot? At(string folder) => Directory.Exists(Path.Combine(folder, "workflows")) ? new(folder) : null;

    /// <summary>The folder of the jurisdiction that somebody named by folder, code or id.</summary>
    public string Jurisdiction(string named)
    {
        var names = Library.Jurisdictions.Select(folder => (Folder: folder, Parts: folder.Split('-', 2))).ToArray();
        var found = names.Where(name => string.Equals(name.Folder, named, StringComparison.Ordinal) || name.Parts.Contains(named, StringComparer.Ordinal)).ToArray();
        return found switch
        {
            [var one] => one.Folder,
            [] => throw UsageException.Unknown(new("辖区", "jurisdiction"), named, NearFirst(named, names)),
            _ => throw new UsageException(new($"“{named}”指多个辖区", $"\"{named}\" means several jurisdictions"), new($"写全文件夹名：{string.Join(", ", found.Select(name => name.Folder))}", $"write the whole folder: {string.Join(", ", found.Select(name => name.Folder))}")),
        };
    }

    /// <summary>The pack that somebody named, which must be sound.</summary>
    /// <exception cref="BrokenPackException">It has errors.</exception>
    public Pack Sound(string named, Terminal terminal) => Sound(Library, Jurisdiction(named), terminal);

    /// <summary>The pack of a folder, which must be sound. Tests of its own that fail are only mentioned: to see what a change does is how one finds out whether the pack or the test is wrong.</summary>
    /// <exception cref="BrokenPackException">It has other errors.</exception>
    public static Pack Sound(PackLibrary library, string folder, Terminal terminal)
    {
        var compiled = PackCompiler.Compile(library, folder);
        var errors = compiled.Diagnostics.Where(fault => fault.Severity == Severity.Error).ToArray();
        if (compiled.Pack is not { } pack || errors.Any(fault => !fault.IsAboutTests()))
            throw new BrokenPackException(folder, compiled.Diagnostics);
        if (errors.Length > 0)
            terminal.Error.WriteLine($"注意：{folder} 有 {errors.Length} 个自带测试不通过，见 doublerandom validate {folder} / note: {errors.Length} of its own tests fail, see doublerandom validate {folder}");
        return pack;
    }

    /// <summary>All three names are compared; when none is near, the folders are listed.</summary>
    private static IEnumerable<string> NearFirst(string named, (string Folder, string[] Parts)[] names)
    {
        var all = names.SelectMany(name => name.Parts.Prepend(name.Folder));
        return NearMiss.Of(named, all) is { } near ? [near] : names.Select(name => name.Folder);
    }

    private static PackRoot? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (At(at.FullName) is { } root)
                return root;
        return null;
    }
}
