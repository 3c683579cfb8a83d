using System.Globalization;
using System.Text;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>A draw made by the program, as the files that the public gets.</summary>
internal sealed record MadeDraw(byte[] Record, byte[] Frame, byte[] Inspectors, byte[] Recusals)
{
    private const string Number = "DRAW-2026-007";
    private static readonly Digest Pepper = Digest.Of("pepper"u8);

    /// <param name="rows">Rows of the frame.</param>
    /// <param name="method">The rules' method.</param>
    /// <param name="numbers">The rules' member that says how many.</param>
    /// <param name="isSealed">Whether the pepper stays secret.</param>
    /// <param name="slots">The slots of every target in JSON; null when nobody is assigned.</param>
    public static MadeDraw Of(int rows, string method, string numbers, bool isSealed = false, string? slots = null)
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, Number, [.. Enumerable.Range(0, rows).Select(Row)]);
        var (frame, people, recusals) = (stream.ToArray(), InspectorFrame.Write(Number, People), RecusalList.Write(Number, [.. Enumerable.Range(0, Math.Min(rows, 400) / 2).Select(i => new RecusalRow(People[i % 5].Id, Row(i).Id, "KIN"))]));
        var reading = Core.Draws.Frames.Frame.Read(new MemoryStream(frame), "frame.txt", new OneWorker());
        var (inspectors, recused) = (InspectorFrame.Read(new MemoryStream(people), "inspectors.txt"), RecusalList.Read(new MemoryStream(recusals), "recusals.txt"));
        var assignment = slots is null ? "" : $$$"""
            "assignment":{"from":"2026-03-10","to":"2026-03-20","slots":{{{slots}}},"salt":"{{{Pseudonym.Commit(Pepper)}}}","days":{"I-5":{"validTo":"2026-03-19"},"I-6":{"absences":[{"from":"2026-03-20","to":"2026-04-01"}]} } },
            """;
        var rules = RulesReader.Read(Encoding.UTF8.GetBytes($$"""{ {{assignment}}"inspectorRoot":"{{inspectors.Commitment!.Root}}","recusalRoot":"{{recused.Commitment!.Root}}","substitutes":2,"method":"{{method}}",{{numbers}}}"""), "rules.json").Rules!;
        var seed = new Seed(Number, reading.Commitment!.Root, rules.Hash, Seed.Commit(Pepper), [new("王某", "48151623420957318864"), new("Ли", "0011223344")], "drand:1");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [FrozenDraw.FrameFile] = frame,
            [FrozenDraw.RulesFile] = rules.Canonical.ToArray(),
            [FrozenDraw.InspectorsFile] = people,
            [FrozenDraw.RecusalsFile] = recusals,
        };
        var setting = new RecordSetting(
            RecordFacts.NoPrevious, new(new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null), new("DoubleRandom", "0.1.0", "-"), [new("DRAW-2026-006", "停电")], []);
        var made = Core.Draws.Ceremonies.MadeDraw.Of(files, seed, Pepper, null, setting, new OneWorker()).Draw!;
        return new(isSealed ? made.SealedRecord : made.Record, frame, people, recusals);
    }

    public static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static readonly InspectorRow[] People = [.. Enumerable.Range(0, 7).Select(i => new InspectorRow(
        string.Create(CultureInfo.InvariantCulture, $"I-{i}"), i % 3 == 0 ? ["fire"] : i % 3 == 1 ? ["health"] : ["fire", "health"], i % 2 == 0 ? ["expert"] : [], i == 4 ? ["640425"] : [], 40 - i, i % 4))];

    private static FrameRow Row(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"91640425MA{number:D8}"), $"{"ABBCCC"[number % 6]}", 1 + (number % 3), number % 9 != 0, number % 9 == 0 ? "REPEAT-6M" : "-");
}
