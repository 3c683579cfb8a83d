using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>tests/cases/workflows/migration: two versions, how far an instance is, and what becomes of it.</summary>
public class MigrationTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("workflows/migration");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 15, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_MovesOrSaysWhyNot_ForEachCase(string name)
    {
        var (given, then) = (Cases[name]["given"]!, Cases[name]["then"]!);
        var (old, next) = (Definitions.Of(given["old"]!.AsObject()), Definitions.Of(given["new"]!.AsObject()));
        var mapping = given["mapping"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        var run = new CaseRun(old);
        var lines = given["commands"]!.AsArray().Select(line => line!.AsObject()).ToList();
        if (!lines[0].ContainsKey("start"))
            lines.Insert(0, new() { ["start"] = "S-1" });
        Follow(run, lines);

        var line = Migration.Plan(old, next, [run.Instance], mapping)[0];
        Assert.Equal((string)then["choice"]!, line.Choice.ToString());
        Assert.Contains(line.Reasons, reason => reason.Zh.Contains((string)then["says"]!, StringComparison.Ordinal));
        var finished = run.Instance.Runs.Values.Where(r => r.Outcome is not null).ToArray();
        var transition = run.Move(old, next, mapping);
        Assert.Equal(line.Choice == MigrationChoice.Move, transition.IsDone);
        if (!transition.IsDone)
            return;

        Assert.Equal(Joined(then["open"]), string.Join(", ", run.Open()));
        if (then["effects"] is { } effects)
            Assert.Equal(Joined(effects), string.Join(", ", transition.Effects.Select(EffectText.Of)));
        Follow(run, then["after"]?.AsArray().Select(after => after!.AsObject()) ?? []);
        run.AssertReplays();
        Assert.All(finished, done => Assert.Equal(done, run.Instance.Runs[done.Number])); // what was finished is as it was
    }

    private static void Follow(CaseRun run, IEnumerable<JsonObject> lines)
    {
        foreach (var line in lines)
        {
            var transition = run.Give(line);
            Assert.Equal(Joined(line["refused"]), string.Join(", ", transition.Refusals.Select(refusal => refusal.Code)));
            if (line["open"] is { } open)
                Assert.Equal(Joined(open), string.Join(", ", run.Open()));
            run.AssertSound();
        }
    }

    private static string Joined(JsonNode? list) => string.Join(", ", (list?.AsArray() ?? []).Select(item => (string)item!));
}
