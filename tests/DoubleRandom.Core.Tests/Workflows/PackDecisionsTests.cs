using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>tests/cases/workflows/facts: what was handed in becomes facts of the pack's rules; and what a rule set decides becomes a word.</summary>
public class PackDecisionsTests
{
    private const string Path = "workflows/640499-sample/two.workflow.json";
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("workflows/facts");
    private static readonly Pack Pack = Compiled(null);

    public static TheoryData<string> Told => [.. Cases.Keys.Where(name => Shape(Cases[name]["given"]!.AsObject()) is null)];

    public static TheoryData<string> Answered => [.. Cases.Keys.Where(name => Shape(Cases[name]["given"]!.AsObject()) is not null)];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Told.Count >= 15 && Answered.Count >= 10, $"only {Told.Count} and {Answered.Count} cases");

    [Theory]
    [MemberData(nameof(Told))]
    public void FactsOf_TellsExactlyThis_ForEachCase(string name)
    {
        var facts = new PackDecisions(Pack).FactsOf(Known(Cases[name]["given"]!.AsObject()));
        Assert.Equal(Expected(Cases[name]["then"]!["facts"]!.AsObject()), string.Join("\n", Lines(facts)));
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void Decide_AnswersInWords_ForEachCase(string name)
    {
        var (given, then) = (Cases[name]["given"]!.AsObject(), Cases[name]["then"]!.AsObject());
        var pack = Compiled(given);
        var verdict = new PackDecisions(pack).Decide((string?)given["ask"] ?? "asked", Known(given));
        Assert.Equal((string?)then["word"], verdict.Word);
        if (then["words"] is { } words)
            Assert.Equal(words.AsArray().Select(word => (string)word!), pack.RuleSets["asked"].Words, StringComparer.Ordinal);
        if (then["says"] is { } says)
            Assert.Contains(verdict.Reasons, reason => $"{reason}".Contains((string)says!, StringComparison.Ordinal));
    }

    private static WorkflowFacts Known(JsonObject given)
    {
        var contents = given["contents"]?.AsObject();
        var lists = (given["lists"]?.AsObject() ?? []).ToDictionary(list => list.Key, list => (IReadOnlyList<string>)[.. list.Value!.AsArray().Select(item => (string)item!)], StringComparer.Ordinal);
        return new(
            "two", "T-1", "b", [.. (given["items"]?.AsArray() ?? []).Select(item => (string)item!)], new(2026, 3, 2), lists,
            // A text stands for itself, so that a case can hand over what is no JSON object.
            step => contents?[step] is not { } content ? null : content is JsonValue value ? value.GetValue<string>() : content.ToJsonString());
    }

    /// <summary>Two steps with a form each in front of whatever the case asks.</summary>
    private static Pack Compiled(JsonObject? given)
    {
        var files = SamplePack.Copy();
        files["workflows/640499-sample/forms.json"] = File.ReadAllBytes(Architecture.Repository.PathOf("tests", "cases", "workflows", "facts", "_forms", "forms.json"));
        files[Path] = File.ReadAllBytes(Architecture.Repository.PathOf("tests", "cases", "workflows", "facts", "_forms", "two.workflow.json"));
        if (given is not null && Shape(given) is { } shape)
        {
            var set = new JsonObject
            {
                ["$schema"] = "../../schemas/rules.schema.json",
                ["id"] = "asked",
                ["name"] = new JsonObject { ["zh"] = "所问", ["en"] = "Asked" },
                ["local"] = new JsonObject { ["zh"] = "样例", ["en"] = "a sample" },
                [given["table"] is null ? "workflow" : "table"] = shape.DeepClone(),
            };
            files["rules/640499-sample/asked.rules.json"] = Encoding.UTF8.GetBytes(set.ToJsonString());
        }

        var compiled = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
        Assert.True(compiled.IsValid, string.Join("\n", compiled.Diagnostics));
        return compiled.Pack!;
    }

    private static JsonNode? Shape(JsonObject given) => given["table"] ?? given["rules"];

    private static IEnumerable<string> Lines(FactSet facts) => facts.Schema.Facts
        .Where(fact => facts[fact.Path] is not null).Select(fact => $"{fact.Path} = {facts[fact.Path]}").Order(StringComparer.Ordinal);

    /// <summary>The day is always known, so cases need not repeat it.</summary>
    private static string Expected(JsonObject facts) =>
        string.Join("\n", facts.Select(fact => $"{fact.Key} = {fact.Value}").Append("today = 2026-03-02").Order(StringComparer.Ordinal));
}
