using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>tests/cases/workflows: a definition, commands, and after each of them what is open, what was told outside, or every reason why not.</summary>
public class WorkflowTests
{
    private static readonly Dictionary<string, JsonObject> Patterns = CaseFiles.Of("workflows/patterns");
    private static readonly Dictionary<string, JsonObject> Commands = CaseFiles.Of("workflows/commands");

    public static TheoryData<string> PatternNames => [.. Patterns.Keys];

    public static TheoryData<string> CommandNames => [.. Commands.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Patterns.Count >= 22 && Commands.Count >= 30, $"only {Patterns.Count} patterns and {Commands.Count} commands");

    [Theory]
    [MemberData(nameof(PatternNames))]
    public void Decide_CarriesThePattern_ForEachCase(string name) => Walk(name, Patterns[name]);

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Decide_DoesOrSaysWhyNot_ForEachCase(string name) => Walk(name, Commands[name]);

    private static void Walk(string name, JsonObject row)
    {
        var given = row["given"]!.AsObject();
        var run = new CaseRun(Definitions.Of(given["workflow"]!.AsObject()), given["rules"]?.AsObject(), CaseForms.Of(given["forms"]), CaseDocuments.Of(given["documents"]))
        {
            Ahead = (given["ahead"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal),
        };
        var lines = given["commands"]!.AsArray().Select(line => line!.AsObject()).ToList();
        if (!lines[0].ContainsKey("start"))
            lines.Insert(0, new() { ["start"] = "S-1" });
        foreach (var line in lines)
            Step(name, run, line);
        run.AssertReplays();
        var then = row["then"]!.AsObject();
        if (then.ContainsKey("outcome"))
            Assert.Equal((string?)then["outcome"], run.Instance.Outcome);
        Assert.Equal((string)then["status"]!, run.Instance.Status.ToString());
    }

    internal static void Step(string name, CaseRun run, JsonObject line)
    {
        var transition = run.Give(line);
        var where = $"{name}: {line.ToJsonString()}\n";
        var refused = string.Join(", ", transition.Refusals.Select(refusal => refusal.Code));
        Assert.True(string.Equals(Joined(line["refused"]), refused, StringComparison.Ordinal), $"{where}refused: {string.Join("; ", transition.Refusals)}");
        Assert.All(transition.Refusals, AssertReadable);
        if (line["says"] is { } says)
            Assert.Contains(transition.Refusals, refusal => refusal.Problem.Zh.Contains((string)says!, StringComparison.Ordinal));
        if (line["open"] is { } open)
            Assert.True(string.Equals(Joined(open), string.Join(", ", run.Open()), StringComparison.Ordinal), $"{where}open: {string.Join(", ", run.Open())}");
        var effects = transition.Effects.Select(EffectText.Of).ToArray();
        if (line["effects"] is { } expected)
            Assert.True(string.Equals(Joined(expected), string.Join(", ", effects), StringComparison.Ordinal), $"{where}effects: {string.Join(", ", effects)}");
        if (line["raisedOn"] is { } on)
            Assert.Equal((string?)on, Assert.Single(transition.Effects.OfType<Effect.RaiseEvent>()).Event.On.Iso());
        run.AssertSound();
    }

    private static void AssertReadable(Refusal refusal)
    {
        Assert.All(new[] { refusal.Problem, refusal.Remedy }, text =>
        {
            Assert.Contains(text.Zh, c => c >= '一');
            Assert.Contains(text.En, char.IsAsciiLetter);
        });
        Assert.Matches("^[a-z]+(-[a-z]+)*$", refusal.Code);
    }

    private static string Joined(JsonNode? list) => string.Join(", ", (list?.AsArray() ?? []).Select(item => (string)item!));
}
