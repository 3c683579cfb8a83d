using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>A draw with its assignment: thirty targets in two strata, seven inspectors under pseudonyms, and the files that the public gets.</summary>
internal sealed record AssignedDraw(byte[] Record, byte[] Frame, byte[] Inspectors, byte[] Recusals)
{
    public const string Number = "DRAW-2026-009";
    public const string Teams = """{"A":[{"department":"fire"},{"department":"any","tags":["expert"]}],"B":[{"department":"health","count":2}]}""";
    public static readonly Digest Salt = Digest.Of("salt"u8);
    private static readonly Digest Pepper = Digest.Of("pepper"u8);

    public static string Name(int inspector) => Pseudonym.Of(Salt, string.Create(CultureInfo.InvariantCulture, $"检查员 {inspector}"));

    public static byte[] InspectorFile(int capacityOfFirst = 4) => InspectorFrame.Write(Number, [
        new(Name(0), ["fire"], ["expert"], [], capacityOfFirst, 0), new(Name(1), ["fire"], [], [], 4, 2), new(Name(2), ["fire", "health"], [], [], 3, 0), new(Name(3), ["health"], ["expert"], [], 4, 1),
        new(Name(4), ["health"], [], [], 4, 0), new(Name(5), ["health"], ["expert"], [], 3, 0), new(Name(6), ["fire"], ["expert"], [], 9, 0)]);

    /// <summary>The draw; its record has no assignment when none is possible.</summary>
    public static AssignedDraw Of(string teams = Teams, bool isSealed = false, bool revealsSalt = true, byte[]? inspectors = null)
    {
        var frame = FrameFile();
        var (census, people) = (Vectors.Read(frame), InspectorFrame.Read(new MemoryStream(inspectors ?? InspectorFile()), "inspectors.txt"));
        var recusals = RecusalList.Write(Number, [.. Enumerable.Range(0, 30).Select(i => new RecusalRow(Name(i % 6), Target(i), "KIN"))]);
        var recused = RecusalList.Read(new MemoryStream(recusals), "recusals.txt");
        // The last inspector has the greatest capacity and is away.
        var rules = Vectors.RulesOf($$$"""
            {"method":"srs","n":{"A":3,"B":5},"substitutes":1,"inspectorRoot":"{{{people.Commitment!.Root}}}","recusalRoot":"{{{recused.Commitment!.Root}}}",
             "assignment":{"from":"2026-03-10","to":"2026-03-20","salt":"{{{Pseudonym.Commit(Salt)}}}","slots":{{{teams}}},
             "days":{"{{{Name(6)}}}":{"absences":[{"from":"2026-03-20","to":"2026-03-25"}]},"{{{Name(1)}}}":{"validTo":"2026-03-20"} } } }
            """);
        var facts = new RecordFacts
        {
            Previous = RecordFacts.NoPrevious,
            Seed = new(Number, census.Commitment!.Root, rules.Hash, Seed.Commit(Pepper), [new("王某", "48151623420957318864"), new("LI", "00112233445566778899")], "-"),
            Pepper = isSealed ? null : Pepper,
            Salt = revealsSalt ? Salt : null,
            Rules = rules,
            FrameFile = "frame.txt",
            Frame = census.Commitment,
            Inspectors = new("inspectors.txt", people.Commitment),
            Recusals = new("recusals.txt", recused.Commitment),
            Times = new(null, new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null),
            Software = new("DoubleRandom", "0.1.0", "-"),
        };
        var plans = DrawPlan.Of(rules, census.Content, "rules.json").Strata;
        var draws = isSealed ? null : DoubleRandom.Core.Draws.Draw.Run(new MemoryStream(frame), census.Commitment, plans, facts.Key!.Value, new OneWorker());
        if (draws is not null)
            facts = facts with { Assignment = Assigned(rules, draws, facts.Key!.Value, people.Content.All, recused.Content.All) };
        return new(DrawRecord.Write(facts, plans, draws), frame, inspectors ?? InspectorFile(), recusals);
    }

    public Verification Verify() => RecordVerifier.Verify(Record, new(() => new MemoryStream(Frame), () => new MemoryStream(Inspectors), () => new MemoryStream(Recusals)), new OneWorker());

    /// <summary>The same draw with a change in its record, whose own hash was made to fit again.</summary>
    public AssignedDraw With(Action<JsonObject> change)
    {
        var record = JsonNode.Parse(Record)!.AsObject();
        change(record);
        record.Remove("sha256");
        record["sha256"] = DrawRecord.HashOf(Canonical(record)).ToString();
        return this with { Record = CanonicalJson.Write(Canonical(record)) };
    }

    private static byte[] FrameFile()
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, Number, [.. Enumerable.Range(0, 30).Select(i => new FrameRow(Target(i), i % 3 == 0 ? "A" : "B", 1, i % 10 != 9, i % 10 == 9 ? "REPEAT-6M" : "-"))]);
        return stream.ToArray();
    }

    private static string Target(int number) => string.Create(CultureInfo.InvariantCulture, $"91640425MA{number:D8}");

    private static Core.Packs.Json.Node Canonical(JsonObject record) => CanonicalJson.Read(Encoding.UTF8.GetBytes(record.ToJsonString()), "record.json", new List<Diagnostic>())!;

    private static Assignment? Assigned(DrawRules rules, IReadOnlyList<StratumDraw> draws, Digest key, IReadOnlyList<InspectorRow> inspectors, IReadOnlyList<RecusalRow> recusals) =>
        OptimalAssignment.Find(rules.Assignment!.For(draws, inspectors, recusals).Read().Problem!, key).Assignment;
}
