using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Cli.Input;

/// <summary>Facts from a JSON file.</summary>
internal static class FactFile
{
    /// <summary>The facts of a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or something in it is no fact.</exception>
    public static FactSet Read(string path, FactSchema schema, Terminal terminal)
    {
        var full = Path.GetFullPath(path, terminal.Folder);
        if (!File.Exists(full))
            throw new UsageException(new($"没有文件“{path}”", $"there is no file \"{path}\""), new("核对 --facts 的路径", "check the path after --facts"));
        var faults = new List<Diagnostic>();
        var root = NodeReader.Read(new PackFile(path, File.ReadAllBytes(full)), faults);
        if (root is null || faults.Count > 0)
            throw FaultyFile.Of(faults);
        var reading = FactSet.FromNode(root, schema);
        return reading.Faults.Count == 0 ? reading.Facts : throw FaultyFile.Of(reading.Faults);
    }
}
