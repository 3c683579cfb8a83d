using System.Globalization;
using System.Text;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>A draw made by the program, as the files that the public gets.</summary>
internal sealed record MadeDraw(byte[] Record, byte[] Frame, byte[] Inspectors)
{
    private static readonly Digest Pepper = Digest.Of("pepper"u8);

    public static MadeDraw Of(int rows, string method, string numbers, bool isSealed = false)
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, "DRAW-2026-007", [.. Enumerable.Range(0, rows).Select(Row)]);
        var (frame, people) = (stream.ToArray(), InspectorFrame.Write("DRAW-2026-007", [new("I-1", ["fire"], [], [], 3, 0), new("I-2", ["health"], ["expert"], [], 2, 1)]));
        var (reading, inspectors) = (Core.Draws.Frames.Frame.Read(new MemoryStream(frame), "frame.txt", new OneWorker()), InspectorFrame.Read(new MemoryStream(people), "inspectors.txt").Commitment!);
        var rules = RulesReader.Read(Encoding.UTF8.GetBytes($$"""{"inspectorRoot":"{{inspectors.Root}}","substitutes":2,"method":"{{method}}",{{numbers}}}"""), "rules.json").Rules!;
        var facts = new RecordFacts
        {
            Previous = RecordFacts.NoPrevious,
            Seed = new("DRAW-2026-007", reading.Commitment!.Root, rules.Hash, Seed.Commit(Pepper), [new("王某", "48151623420957318864"), new("Ли", "0011223344")], "drand:1"),
            Pepper = isSealed ? null : Pepper,
            Rules = rules,
            FrameFile = "frame.txt",
            Frame = reading.Commitment,
            Inspectors = new("inspectors.txt", inspectors),
            Times = new(new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null),
            Software = new("DoubleRandom", "0.1.0", "-"),
            Abandoned = [new("DRAW-2026-006", "停电")],
        };
        var plans = DrawPlan.Of(rules, reading.Content, "rules.json").Strata;
        return new(DrawRecord.Write(facts, plans, facts.Key is { } key ? Draw.Run(new MemoryStream(frame), reading.Commitment, plans, key, new OneWorker()) : null), frame, people);
    }

    public static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static FrameRow Row(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"91640425MA{number:D8}"), $"{"ABBCCC"[number % 6]}", 1 + (number % 3), number % 9 != 0, number % 9 == 0 ? "REPEAT-6M" : "-");
}
