using DoubleRandom.Core.Packs;

namespace DoubleRandom.Service.Packs;

/// <summary>Reads all packs from disk: <c>workflows/</c> and <c>rules/</c> beneath one root.</summary>
public static class PackFolder
{
    private static readonly string[] Rooms = ["workflows", "rules"];
    private static readonly string[] Endings = [".json", ".hbs"];

    /// <summary>Every pack and calendar file beneath the root. A file over the limit is not read: it comes with just enough content for the compiler to refuse it by name.</summary>
    /// <param name="root">The folder that holds <c>workflows</c> and <c>rules</c>.</param>
    /// <param name="before">What was read there before; files that are the same are not looked into again.</param>
    /// <exception cref="DirectoryNotFoundException">The root has no <c>workflows</c> folder.</exception>
    public static PackLibrary Read(string root, PackLibrary? before = null)
    {
        if (!System.IO.Directory.Exists(Path.Combine(root, "workflows")))
            throw new DirectoryNotFoundException($"{root} 中没有 workflows 文件夹：请在项目根目录运行，或用 --packs 指明。 / {root} has no workflows folder: run at the project's root, or name it with --packs.");
        return new(Rooms.SelectMany(room => Files(root, room)), before);
    }

    private static IEnumerable<PackFile> Files(string root, string room)
    {
        var folder = Path.Combine(root, room);
        return System.IO.Directory.Exists(folder)
            ? System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.Ordinal))
                .Select(path => new PackFile(Path.GetRelativePath(root, path).Replace('\\', '/'), Content(path)))
            : [];
    }

    private static byte[] Content(string path)
    {
        using var file = File.OpenRead(path);
        var content = new byte[Math.Min(file.Length, PackFile.MaxBytes + 1)];
        file.ReadExactly(content);
        return content;
    }
}
