using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>The worked vectors of the specification, and a draw as a test asks for it.</summary>
internal static class Vectors
{
    public static JsonElement All { get; } = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "cases", "draws", "_vectors", "draw.json"))).RootElement;

    public static byte[] FrameBytes { get; } = Encoding.UTF8.GetBytes(Text("frame_text"));

    public static Digest Key { get; } = Hash("draw_key_with_pepper");

    public static string Text(string key) => All.GetProperty(key).GetString()!;

    public static Digest Hash(string key) => Digest.TryParse(Text(key), out var digest) ? digest : throw new FormatException(key);

    public static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(id => id.GetString()!)];

    public static ListReading<FrameCensus> Read(byte[] frame, IWorkers? workers = null) => DoubleRandom.Core.Draws.Frames.Frame.Read(new MemoryStream(frame), "frame.txt", workers ?? new OneWorker());

    public static DrawRules RulesOf(string json)
    {
        var (rules, faults) = RulesReader.Read(Encoding.UTF8.GetBytes(json), "rules.json");
        return rules ?? throw new InvalidDataException(string.Join('\n', faults));
    }

    public static IReadOnlyList<StratumDraw> Drawn(byte[] frame, string rules, Digest? key = null, IWorkers? workers = null)
    {
        var reading = Read(frame, workers);
        var (plans, faults) = DrawPlan.Of(RulesOf(rules), reading.Content, "rules.json");
        Assert.Empty(faults);
        return DoubleRandom.Core.Draws.Draw.Run(new MemoryStream(frame), reading.Commitment ?? throw new InvalidDataException(string.Join('\n', reading.Faults)), plans, key ?? Key, workers ?? new OneWorker());
    }

    /// <summary>A frame of targets in one stratum or several, by id.</summary>
    public static byte[] FrameOf(IEnumerable<FrameRow> rows)
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, "DRAW-TEST", [.. rows]);
        return stream.ToArray();
    }
}
