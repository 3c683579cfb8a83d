using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs.Draws;

/// <summary>A folder with the files of the specification's worked draw.</summary>
internal sealed class DrawFolder : IDisposable
{
    public static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "cases", "draws", "_vectors", "draw.json"))).RootElement;
    public static readonly string Pepper = Vectors.GetProperty("pepper_hex").GetString()!;
    private readonly string _path = Directory.CreateTempSubdirectory("doublerandom-draw-").FullName;

    public DrawFolder()
    {
        Write("frame.txt", Vectors.GetProperty("frame_text").GetString()!);
        Write("rules.json", Vectors.GetProperty("rules_json").GetString()!);
        Write("seed.txt", Vectors.GetProperty("seed_text").GetString()!);
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_path, file), text);

    public string Read(string file) => File.ReadAllText(Path.Combine(_path, file));

    public bool Has(string file) => File.Exists(Path.Combine(_path, file));

    public Task<CommandRun> Run(params string[] words) => CommandRun.In(_path, "", ["draw", .. words]);

    public Task<CommandRun> Compute(params string[] more) => Run(["compute", "--frame", "frame.txt", "--rules", "rules.json", "--seed", "seed.txt", "--pepper", Pepper, .. more]);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
