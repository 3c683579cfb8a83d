using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Draws;

public class RecordVerifierTests
{
    private static readonly byte[] Inspectors = InspectorFrame.Write("DRAW-2026-001", [new("I-2", ["health"], [], ["640425"], 2, 1), new("I-1", ["fire", "health"], ["expert"], [], 3, 0)]);
    private static readonly byte[] Recusals = RecusalList.Write("DRAW-2026-001", [new("I-1", "91330292KYD3334955", "KIN")]);
    private static readonly byte[] Sound = Written("srs");

    [Theory]
    [InlineData("srs")]
    [InlineData("pareto")]
    [InlineData("tickets")]
    public void Verify_FindsNothing_InARecordOfEveryMethod(string method)
    {
        var found = Verify(Written(method));
        Assert.Empty(found.Differences);
        Assert.Empty(found.Unchecked);
        Assert.True(found.Holds);
        Assert.NotNull(found.Drawn);
    }

    [Fact]
    public void Verify_Holds_WhenAStratumIsEmptyOrAllOfItExcluded()
    {
        var found = Verify(Written("srs", n: """{"A":3,"B":2,"C":4,"E":2}"""));
        Assert.Empty(found.Differences);
        Assert.Equal(("E", 0L, 0), (found.Drawn![3].Plan.Stratum, found.Drawn[3].Plan.Number, found.Drawn[3].Selected.Count));
        var excluded = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(Vectors.FrameBytes).Split('\n').Select(line => line.Contains("\tA\t", StringComparison.Ordinal) ? $"{line[..line.LastIndexOf('\t')][..^1]}X\tSEEN" : line)));
        var none = Vectors.Drawn(excluded, """{"method":"srs","each":{"atLeast":"50"},"substitutes":2}""");
        Assert.Equal((0, 0), (none[0].Selected.Count, none[0].Substitutes.Count));
        Assert.NotEmpty(none[1].Selected);
    }

    [Fact]
    public void Verify_Fails_WhenAnyByteOfTheRecordIsFlipped()
    {
        for (var at = 0; at < Sound.Length; at++)
            Assert.False(Verify(Flipped(Sound, at)).Holds, $"byte {at}, {Around(Sound, at)}");
    }

    [Fact]
    public void Verify_Fails_WhenAnyByteOfAFileIsFlipped()
    {
        for (var at = 0; at < Vectors.FrameBytes.Length; at++)
            Assert.False(Verify(Sound, frame: Flipped(Vectors.FrameBytes, at)).Holds, $"frame {at}");
        for (var at = 0; at < Inspectors.Length; at++)
            Assert.False(Verify(Sound, inspectors: Flipped(Inspectors, at)).Holds, $"inspectors {at}");
        for (var at = 0; at < Recusals.Length; at++)
            Assert.False(Verify(Sound, recusals: Flipped(Recusals, at)).Holds, $"recusals {at}");
    }

    /// <summary>Whoever changes a record can make its own hash fit again; everything that follows from the files is found all the same.</summary>
    [Fact]
    public void Verify_TellsWhereItDiffers_WhenTheHashWasMadeToFit()
    {
        Assert.Contains("/strata/0/selected/0/id", Differences(record => Swap(record["strata"]![0]!["selected"]!.AsArray())), StringComparer.Ordinal);
        Assert.Contains("/strata/1/excluded/REPEAT-6M", Differences(record => record["strata"]![1]!["excluded"]!.AsObject().Remove("REPEAT-6M")), StringComparer.Ordinal);
        Assert.Contains("/strata/0/number", Differences(record => record["strata"]![0]!["number"] = 2), StringComparer.Ordinal);
        Assert.Contains("/strata/0/classes/0/decimal", Differences(record => record["strata"]![0]!["classes"]![0]!["decimal"] = "0.900000000000"), StringComparer.Ordinal);
        Assert.Contains("/strata/0/cutoff", Differences(record => record["strata"]![0]!["cutoff"] = new string('0', 64)), StringComparer.Ordinal);
        Assert.Contains("/key", Differences(record => record["key"] = new string('0', 64)), StringComparer.Ordinal);
        Assert.Contains("rules", Differences(record => record["rules"]!["n"]!["A"] = 4), StringComparer.Ordinal);
        Assert.Contains("/inspectors/root", Differences(record => record["inspectors"]!["root"] = new string('0', 64)), StringComparer.Ordinal);
        Assert.Contains("/extra", Differences(record => record["extra"] = "1"), StringComparer.Ordinal);
        Assert.Contains("pepper", Differences(record => record["pepper"]!["revealed"] = new string('0', 64)), StringComparer.Ordinal);
        Assert.Contains("/assurance", Differences(record => record["assurance"] = "dice+beacon"), StringComparer.Ordinal);
        Assert.Contains("/software", Differences(record => record.Remove("software")).Select(subject => subject[..9]), StringComparer.Ordinal);
        Assert.Contains("/times", Differences(record => record["times"]!["published"] = "2020-01-01T00:00:00Z"), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenACapacityIsChanged()
    {
        var changed = InspectorFrame.Write("DRAW-2026-001", [new("I-2", ["health"], [], ["640425"], 9, 1), new("I-1", ["fire", "health"], ["expert"], [], 3, 0)]);
        Assert.Contains("inspectors-root", Verify(Sound, inspectors: changed).Differences.Select(fault => fault.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenAnExclusionIsDropped()
    {
        var dropped = Encoding.UTF8.GetString(Vectors.FrameBytes).Replace("\tX\tREPEAT-6M", "\tE\t-", StringComparison.Ordinal);
        Assert.Contains("frame-root", Verify(Sound, frame: Encoding.UTF8.GetBytes(dropped)).Differences.Select(fault => fault.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_SaysThatItIsSealed_WhileThePepperIsSecret()
    {
        var found = Verify(Written("srs", isSealed: true));
        Assert.Equal(["sealed"], found.Differences.Select(fault => fault.Code), StringComparer.Ordinal);
        Assert.DoesNotContain(Verify(Sound).Drawn![0].Selected[0].Id, Encoding.UTF8.GetString(Written("srs", isSealed: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SaysWhatItDidNotSee_WhenAFileIsMissing()
    {
        var found = RecordVerifier.Verify(Sound, new(() => new MemoryStream(Vectors.FrameBytes)), new OneWorker());
        Assert.True(found.Holds);
        Assert.Equal(2, found.Unchecked.Count);
    }

    [Fact]
    public void Verify_LetsSubstitutesPass_OnlyInTheirOrder()
    {
        var drawn = Verify(Sound).Drawn!;
        var (absent, elsewhere, first, second) = (drawn[0].Selected[2].Id, drawn[1].Selected[0].Id, drawn[0].Substitutes[0].Id, drawn[0].Substitutes[1].Id);
        Assert.Empty(Verify(Written("srs", uses: [Use(first, absent), Use(second, first)])).Differences);
        Assert.Equal([second], Verify(Written("srs", uses: [Use(second, absent)])).Differences.Select(fault => fault.Subject), StringComparer.Ordinal);
        Assert.Equal([first], Verify(Written("srs", uses: [Use(first, elsewhere)])).Differences.Select(fault => fault.Subject), StringComparer.Ordinal);
        Assert.Equal([first], Verify(Written("srs", uses: [Use(first, absent), Use(first, elsewhere)])).Differences.Select(fault => fault.Subject), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"format":"SSJ-RECORD/1","seed":[1],"rules":7}""")]
    public void Verify_Refuses_WhatIsNoRecord(string text) => Assert.False(Verify(Encoding.UTF8.GetBytes(text)).Holds);

    [Fact]
    public void CanonicalJson_FollowsRfc8785_InOrderAndEscapes()
    {
        const string text = """{ "\u20ac": "Euro", "\r": "\u000f\n\u0041'\u0042\"\\\/", "1": [ -5, 0, "\ud83d\ude00" ], "a": {}, "\ufb33": "d", "\ud83d\ude00": "e" }""";
        const string canonical = "{\"\\r\":\"\\u000f\\nA'B\\\"\\\\/\",\"1\":[-5,0,\"\ud83d\ude00\"],\"a\":{},\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"e\",\"\ufb33\":\"d\"}";
        var node = CanonicalJson.Read(Encoding.UTF8.GetBytes(text), "x", [])!;
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Write(node)));
    }

    private static SubstituteUse Use(string id, string instead) => new(id, instead, "not found", new(2026, 5, 6, 0, 0, 0, TimeSpan.Zero));

    private static byte[] Written(string method, bool isSealed = false, IReadOnlyList<SubstituteUse>? uses = null, string n = """{"A":3,"B":2,"C":4}""")
    {
        var frame = Vectors.Read(Vectors.FrameBytes);
        var (inspectors, recusals) = (InspectorFrame.Read(new MemoryStream(Inspectors), "i").Commitment!, RecusalList.Read(new MemoryStream(Recusals), "r").Commitment!);
        var rules = Vectors.RulesOf($$"""{"method":"{{method}}","n":{{n}},"substitutes":2,"inspectorRoot":"{{inspectors.Root}}","recusalRoot":"{{recusals.Root}}"}""");
        var seed = new Seed("DRAW-2026-001", frame.Commitment!.Root, rules.Hash, Vectors.Hash("pepper_commit"), [new("王某", "48151623420957318864"), new("LI", "00112233445566778899")], "-");
        var facts = new RecordFacts
        {
            Previous = Digest.Of("before"u8),
            Seed = seed,
            Pepper = isSealed ? null : Vectors.Hash("pepper_hex"),
            Rules = rules,
            FrameFile = "frame.txt",
            Frame = frame.Commitment,
            Inspectors = new("inspectors.txt", inspectors),
            Recusals = new("recusals.txt", recusals),
            Times = new(new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), new(2026, 6, 2, 1, 0, 0, TimeSpan.Zero)),
            Software = new("DoubleRandom", "0.1.0", "-"),
            Abandoned = [new("DRAW-2026-000", "打印机故障")],
            Uses = uses ?? [],
        };
        var plans = DrawPlan.Of(rules, frame.Content, "rules").Strata;
        var draws = isSealed ? null : DoubleRandom.Core.Draws.Draw.Run(new MemoryStream(Vectors.FrameBytes), frame.Commitment, plans, facts.Key!.Value, new OneWorker());
        return DrawRecord.Write(facts, plans, draws);
    }

    private static Verification Verify(byte[] record, byte[]? frame = null, byte[]? inspectors = null, byte[]? recusals = null) =>
        RecordVerifier.Verify(record, Files(frame ?? Vectors.FrameBytes, inspectors ?? Inspectors, recusals ?? Recusals), new OneWorker());

    private static RecordFiles Files(byte[] frame, byte[] inspectors, byte[] recusals) => new(() => new MemoryStream(frame), () => new MemoryStream(inspectors), () => new MemoryStream(recusals));

    /// <summary>Where the verifier finds a difference after a change for which the record's own hash was computed anew.</summary>
    private static string[] Differences(Action<JsonObject> change)
    {
        var record = JsonNode.Parse(Sound)!.AsObject();
        change(record);
        record.Remove("sha256");
        var without = CanonicalJson.Read(Encoding.UTF8.GetBytes(record.ToJsonString()), "x", new List<Diagnostic>())!;
        record["sha256"] = DrawRecord.HashOf(without).ToString();
        var bytes = CanonicalJson.Write(CanonicalJson.Read(Encoding.UTF8.GetBytes(record.ToJsonString()), "x", new List<Diagnostic>())!);
        return [.. Verify(bytes).Differences.Select(fault => fault.Subject)];
    }

    private static void Swap(JsonArray list)
    {
        var (first, second) = (list[0]!.DeepClone(), list[1]!.DeepClone());
        (list[0], list[1]) = (second, first);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 1;
        return copy;
    }

    private static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes[Math.Max(0, at - 20)..Math.Min(bytes.Length, at + 20)]);
}
