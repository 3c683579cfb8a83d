using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Input;

/// <summary>Which packs a path means.</summary>
internal static class PackChoice
{
    /// <summary>All packs of the usual root, those of another root, or one: by its folder's path, or by any of its names.</summary>
    public static (PackLibrary Library, IReadOnlyList<string> Folders) Of(string? target, Call call)
    {
        if (target is null)
            return All(call.Packs);
        var path = Path.GetFullPath(target, call.Terminal.Folder).TrimEnd(Path.DirectorySeparatorChar);
        if (PackRoot.At(path) is { } root)
            return All(root);
        if (Directory.Exists(path))
            return OnDisk(path, target);
        return target[0] == '_' && call.Packs.Library.Folders.Contains(target, StringComparer.Ordinal)
            ? (call.Packs.Library, [target])
            : (call.Packs.Library, [call.Packs.Jurisdiction(target)]);
    }

    private static (PackLibrary Library, IReadOnlyList<string> Folders) All(PackRoot root) => root.Library.Folders.Count > 0
        ? (root.Library, root.Library.Folders)
        : throw new UsageException(new($"{root.Folder} 中没有配置包", $"there are no packs in {root.Folder}"), new("用 doublerandom new 新建一个", "make one with doublerandom new"));

    private static (PackLibrary Library, IReadOnlyList<string> Folders) OnDisk(string path, string target)
    {
        var room = Path.GetDirectoryName(path);
        var root = Path.GetFileName(room) is "workflows" or "rules" ? PackRoot.At(Path.GetDirectoryName(room)!) : null;
        var folder = Path.GetFileName(path);
        return root?.Library.Folders.Contains(folder, StringComparer.Ordinal) == true
            ? (root.Library, [folder])
            : throw new UsageException(
                new($"“{target}”不是配置包文件夹", $"\"{target}\" is no pack folder"),
                new("给出 …/workflows/<代码>-<名称>，或含有 workflows/ 的文件夹", "name …/workflows/<code>-<name>, or a folder that holds workflows/"));
    }
}
