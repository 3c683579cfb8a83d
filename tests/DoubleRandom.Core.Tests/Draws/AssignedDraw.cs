using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
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

    /// <summary>The draw.</summary>
    public static AssignedDraw Of(bool isSealed = false, bool revealsSalt = true)
    {
        var (frame, inspectors, recusals) = (FrameFile(), InspectorFile(), RecusalList.Write(Number, [.. Enumerable.Range(0, 30).Select(i => new RecusalRow(Name(i % 6), Target(i), "KIN"))]));
        var (people, recused) = (InspectorFrame.Read(new MemoryStream(inspectors), "inspectors.txt"), RecusalList.Read(new MemoryStream(recusals), "recusals.txt"));
        // The last inspector has the greatest capacity and is away.
        var rules = Vectors.RulesOf($$$"""
            {"method":"srs","n":{"A":3,"B":5},"substitutes":1,"inspectorRoot":"{{{people.Commitment!.Root}}}","recusalRoot":"{{{recused.Commitment!.Root}}}",
             "assignment":{"from":"2026-03-10","to":"2026-03-20","salt":"{{{Pseudonym.Commit(Salt)}}}","slots":{{{Teams}}},
             "days":{"{{{Name(6)}}}":{"absences":[{"from":"2026-03-20","to":"2026-03-25"}]},"{{{Name(1)}}}":{"validTo":"2026-03-20"} } } }
            """);
        var seed = new Seed(Number, Vectors.Read(frame).Commitment!.Root, rules.Hash, Seed.Commit(Pepper), [new("王某", "48151623420957318864"), new("LI", "00112233445566778899")], Seed.None);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [FrozenDraw.FrameFile] = frame,
            [FrozenDraw.RulesFile] = rules.Canonical.ToArray(),
            [FrozenDraw.InspectorsFile] = inspectors,
            [FrozenDraw.RecusalsFile] = recusals,
        };
        var setting = new RecordSetting(RecordFacts.NoPrevious, new(null, new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null), new("DoubleRandom", "0.1.0", "-"), [], []);
        var made = MadeDraw.Of(files, seed, Pepper, revealsSalt ? Salt : null, setting, new OneWorker()).Draw!;
        return new(isSealed ? made.SealedRecord : made.Record, frame, inspectors, recusals);
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
}
