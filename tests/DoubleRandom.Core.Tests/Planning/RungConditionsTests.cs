using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>Rules say which rungs of a ladder a duty has; a gap in the rules takes none away.</summary>
public class RungConditionsTests
{
    private const string Rules = """
        { "$schema": "../../schemas/rules.schema.json", "id": "late", "name": { "zh": "是否督办", "en": "Escalate" }, "local": { "zh": "样例", "en": "a sample" },
          "table": {
            "inputs": [{ "id": "late", "of": "deadline.workingDaysLate", "domain": ">= 0" }, { "id": "duty", "of": "deadline.obligation" }],
            "outputs": [{ "id": "tell", "type": "text" }],
            "rows": [ROWS] },
          "tests": [{ "name": "sample", "given": { "deadline": { "workingDaysLate": 5, "obligation": "x" } }, "then": { "outcome": "OUTCOME" } }] }
        """;

    [Theory]
    [InlineData("""{ "id": "five", "when": ["5", "-"], "then": ["tell"] }, { "id": "other", "when": ["not(5)", "-"], "then": ["no"] }""", "true", true)]
    [InlineData("""{ "id": "six", "when": [">= 6", "-"], "then": ["tell"] }, { "id": "fewer", "when": ["< 6", "-"], "then": ["no"] }""", "true", false)]
    [InlineData("""{ "id": "six", "when": [">= 6", "-"], "then": ["tell"] }""", "false", true)]
    public void Plan_HasTheRung_UnlessTheRulesSayOtherwise(string rows, string outcome, bool isThere)
    {
        var files = SamplePack.Copy();
        files["rules/_base-sample/late.rules.json"] = Encoding.UTF8.GetBytes(Rules.Replace("ROWS", rows, StringComparison.Ordinal).Replace("OUTCOME", outcome, StringComparison.Ordinal));
        var path = SamplePack.PathOf("_base-sample/jurisdiction.json");
        var root = JsonNode.Parse(files[path])!;
        var rung = root["ladders"]![0]!["rungs"]!.AsArray().Single(one => string.Equals((string)one!["id"]!, "late-5wd", StringComparison.Ordinal))!;
        (rung["rules"], rung["is"]) = ("late", "tell");
        files[path] = Encoding.UTF8.GetBytes(root.ToJsonString());

        var compiled = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
        Assert.DoesNotContain(compiled.Diagnostics, fault => fault.Severity == Severity.Error);
        var deadlines = Planner.Plan(new(compiled.Pack!, new(2024, 1, 1), new(2024, 12, 31), [])).Deadlines.ToArray();
        Assert.NotEmpty(deadlines);
        Assert.All(deadlines.Where(deadline => string.Equals(deadline.Obligation.Ladder.Id, "standard", StringComparison.Ordinal)), deadline =>
            Assert.Equal(isThere, deadline.Ladder.Any(date => string.Equals(date.Rung.Id, "late-5wd", StringComparison.Ordinal))));
    }
}
