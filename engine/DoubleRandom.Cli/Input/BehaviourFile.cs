using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Simulation;

namespace DoubleRandom.Cli.Input;

/// <summary>How the people of a simulation behave, from a file.</summary>
internal static class BehaviourFile
{
    /// <summary>The behaviour of a file; the usual one when none is named. Every fault is told with its line.</summary>
    /// <exception cref="UsageException">It cannot be read, or something in it is wrong.</exception>
    public static Behaviour Read(string? path, Pack pack, Terminal terminal)
    {
        if (path is null)
            return Behaviour.Usual;
        var full = Path.GetFullPath(path, terminal.Folder);
        if (!File.Exists(full))
            throw new UsageException(new($"没有文件“{path}”", $"there is no file \"{path}\""), new("核对 --behaviour 的路径", "check the path after --behaviour"));
        var (behaviour, faults) = BehaviourReader.Read(new PackFile(path, File.ReadAllBytes(full)), pack);
        return faults.Count == 0 ? behaviour : throw FaultyFile.Of(faults);
    }
}
