using System.Globalization;
using System.Text;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
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
        var facts = new RecordFacts
        {
            Previous = RecordFacts.NoPrevious,
            Seed = new(Number, reading.Commitment!.Root, rules.Hash, Seed.Commit(Pepper), [new("王某", "48151623420957318864"), new("Ли", "0011223344")], "drand:1"),
            Pepper = isSealed ? null : Pepper,
            Rules = rules,
            FrameFile = "frame.txt",
            Frame = reading.Commitment,
            Inspectors = new("inspectors.txt", inspectors.Commitment),
            Recusals = new("recusals.txt", recused.Commitment),
            Times = new(new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null),
            Software = new("DoubleRandom", "0.1.0", "-"),
            Abandoned = [new("DRAW-2026-006", "停电")],
        };
        var plans = DrawPlan.Of(rules, reading.Content, "rules.json").Strata;
        if (facts.Key is not { } key)
            return new(DrawRecord.Write(facts, plans, null), frame, people, recusals);
        var draws = Draw.Run(new MemoryStream(frame), reading.Commitment, plans, key, new OneWorker());
        if (rules.Assignment is { } teams)
            facts = facts with { Assignment = OptimalAssignment.Find(teams.For(draws, inspectors.Content.All, recused.Content.All).Read().Problem!, key).Assignment };
        return new(DrawRecord.Write(facts, plans, draws), frame, people, recusals);
    }

    public static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static readonly InspectorRow[] People = [.. Enumerable.Range(0, 7).Select(i => new InspectorRow(
        string.Create(CultureInfo.InvariantCulture, $"I-{i}"), i % 3 == 0 ? ["fire"] : i % 3 == 1 ? ["health"] : ["fire", "health"], i % 2 == 0 ? ["expert"] : [], i == 4 ? ["640425"] : [], 40 - i, i % 4))];

    private static FrameRow Row(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"91640425MA{number:D8}"), $"{"ABBCCC"[number % 6]}", 1 + (number % 3), number % 9 != 0, number % 9 == 0 ? "REPEAT-6M" : "-");
}
