using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Rules;

/// <summary>Rule sets of the sample pack, decided upon facts.</summary>
public class RuleSetTests
{
    private static readonly PackRules Rules = Compile(SamplePack.Copy()).Pack!.Rules;

    [Fact]
    public void Decide_KeepsRowLayerBasisAndValuesSeen()
    {
        var decision = Decide("ratio", """{ "target": { "creditRiskClass": "B", "complaints": 4 } }""");
        var reason = Assert.Single(decision.Reasons);
        Assert.Equal((Outcome.True, "complained", "_base-sample"), (reason.Outcome, reason.Rule.Id, reason.Rule.Place.Layer));
        Assert.Equal(40, decision["ratio"]!.Value.AsNumber);
        Assert.Equal(["target.creditRiskClass = B", "target.complaints = 4"], reason.Seen(decision.Facts).Select(seen => $"{seen.Fact.Path} = {seen.Value}"), StringComparer.Ordinal);
        Assert.True(decision.RuleSet.Basis.IsLocal);
    }

    [Fact]
    public void Decide_NamesTheMissingFact_WhenARowBeforeCouldFit()
    {
        var decision = Decide("ratio", """{ "target": { "creditRiskClass": "B" } }""");
        Assert.Equal((Outcome.Undetermined, "missing", "target.complaints"), (decision.Outcome, decision.Why!.Code, decision.Why.Subject));
        Assert.Empty(decision.Outputs);
    }

    [Fact]
    public void Decide_NeedsNoFact_ThatCannotMatter() =>
        Assert.Equal(Outcome.True, Decide("ratio", """{ "target": { "creditRiskClass": "D" } }""").Outcome);

    [Fact]
    public void Decide_FollowsActions_OfRulesThatHold()
    {
        var decision = Decide("fitness", """{ "today": "2026-03-02", "inspector": { "credentialValidTo": "2027-01-01", "yearsOfService": 12 } }""");
        Assert.Equal(["Fit", "Senior", "Senior"], decision.Reasons.Select(reason => reason.Rule.Id), StringComparer.Ordinal);
        Assert.Equal(Outcome.True, decision.Outcome);
    }

    [Fact]
    public void Decide_TellsUndetermined_WhenARuleOfSeveralIsNot()
    {
        var decision = Decide("fitness", """{ "today": "2026-03-02", "inspector": { "credentialValidTo": "2027-01-01" } }""");
        Assert.Equal((Outcome.Undetermined, "inspector.yearsOfService"), (decision.Outcome, decision.Why!.Subject));
    }

    [Fact]
    public void Decide_IsFalse_WhenOneNestedRuleFailsAndTheOtherIsNotKnown()
    {
        var decision = Decide("fitness", """{ "today": "2026-03-02", "inspector": { "credentialValidTo": "2026-01-01" } }""");
        Assert.Equal(Outcome.False, decision.Reasons[0].Outcome);
        Assert.Equal("unfit", decision["Fit"]!.Value.AsText);
    }

    [Fact]
    public void Reason_SaysWhichPartFailedAndWhy_WithTheValuesOfTheCase()
    {
        var decision = Decide("fitness", """{ "today": "2026-03-02", "inspector": { "credentialValidTo": "2026-01-01", "yearsOfService": 3 } }""");
        var parts = decision.Reasons[0].Rule.Inside(decision.Facts);
        Assert.Equal([("Credential", Outcome.False), ("Experience", Outcome.True)], parts.Select(part => (part.Rule.Id, part.Outcome)));
        Assert.Equal("证件 2026-01-01 已过期", parts[0].Rule.Message(decision.Facts));
        Assert.Equal("fit", decision.Reasons[0].Rule.Event);
    }

    [Theory]
    [InlineData("first", "true", "a")]
    [InlineData("unique", "undetermined", "a,b")]
    [InlineData("collect", "true", "a,b")]
    [InlineData("priority", "true", "b")]
    public void Decide_ChoosesRows_AsTheHitPolicySays(string hit, string outcome, string rows)
    {
        var set = Table(hit, """{ "id": "a", "when": [">= 1"], "then": ["x"] }""", """{ "id": "b", "priority": 1, "when": [">= 2"], "then": ["y"] }""");
        var decision = set.Decide(Read(set, """{ "target": { "complaints": 2 } }"""));
        Assert.Equal(outcome, decision.Outcome.ToString(), ignoreCase: true);
        Assert.Equal(rows.Split(','), decision.Reasons.Select(reason => reason.Rule.Id), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("unique")]
    [InlineData("collect")]
    [InlineData("priority")]
    public void Decide_IsFalse_WhenNoRowFits(string hit) =>
        Assert.Equal(Outcome.False, Decided(Table(hit, """{ "id": "a", "when": [">= 1"], "then": ["x"] }"""), """{ "target": { "complaints": 0 } }""").Outcome);

    [Theory]
    [InlineData(">= 3", "2 3 4", "3 4")]
    [InlineData("[1..5)", "0 1 4.99 5", "1 4.99")]
    [InlineData("(1..5]", "1 1.01 5 6", "1.01 5")]
    [InlineData("(..2)", "-5 1 2", "-5 1")]
    [InlineData("1, 3, [7..9]", "0 1 2 3 7 8.5 10", "1 3 7 8.5")]
    [InlineData("not(1、3)", "1 2 3", "2")]
    [InlineData("非（<1，>2）", "0 1 2 3", "1 2")]
    [InlineData("≥ 2.5", "2 2.5", "2.5")]
    [InlineData("-", "0 1", "0 1")]
    [InlineData("", "0 1", "0 1")]
    public void Cell_Fits_AsWritten(string cell, string values, string fitting)
    {
        var set = Table("first", $$"""{ "id": "a", "when": [{{JsonSerializer.Serialize(cell)}}], "then": ["x"] }""");
        Assert.Equal(fitting.Split(' '), values.Split(' ').Where(value => Decided(set, $$"""{ "target": { "complaints": {{value}} } }""").Outcome == Outcome.True), StringComparer.Ordinal);
    }

    [Fact]
    public void Decide_EqualsRowByRow_OnManyTables()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var bounds = Enumerable.Range(0, 12).Select(_ => (From: random.Next(0, 20), Length: random.Next(0, 6))).ToArray();
            var set = Table("first", [.. bounds.Select((bound, i) => $$"""{ "id": "r{{i}}", "when": ["[{{bound.From}}..{{bound.From + bound.Length}}]"], "then": ["{{i}}"] }""")]);
            for (var value = -1; value < 27; value++)
            {
                var row = Array.FindIndex(bounds, bound => value >= bound.From && value <= bound.From + bound.Length);
                Assert.Equal(row < 0 ? null : $"{row}", Decided(set, $$"""{ "target": { "complaints": {{value}} } }""")["x"]?.AsText);
            }
        }
    }

    [Fact]
    public void Fault_StandsAtItsColumnInTheFile_EscapesCounted()
    {
        var files = SamplePack.Copy();
        var path = "rules/640499-sample/fitness.rules.json";
        var text = Encoding.UTF8.GetString(files[path]).Replace("\"inspector.yearsOfService >= 10\"", "\"inspector.unit == \\\"市\\\" && inspectr.name == \\\"x\\\"\"", StringComparison.Ordinal);
        files[path] = Encoding.UTF8.GetBytes(text);
        var fault = Assert.Single(Compile(files).Diagnostics);
        var line = text.Split('\n')[fault.Place.Line - 1];
        Assert.Equal("RU107", fault.Code);
        Assert.Equal("inspectr.name", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)[(fault.Place.Column - 1)..])[..13]);
    }

    [Fact]
    public void Compile_RefusesByLimit_WhenATableIsTooLarge()
    {
        var rows = string.Join(",", Enumerable.Range(0, 5_001).Select(i => $$"""{"id":"r{{i}}","when":["{{i}}"],"then":["x"]}"""));
        var many = SamplePack.Copy();
        many["rules/640499-sample/t.rules.json"] = TableFile("first", rows);
        Assert.Equal("SC008", Assert.Single(Compile(many).Diagnostics, fault => fault.Severity == Severity.Error).Code);
        many["rules/640499-sample/t.rules.json"] = TableFile("first", string.Concat(Enumerable.Repeat(rows, 5)));
        Assert.Equal("SY001", Assert.Single(Compile(many).Diagnostics, fault => fault.Severity == Severity.Error).Code);
    }

    [Fact]
    public void Compile_StaysQuick_WhenATableIsAsLargeAsItMayBe()
    {
        var files = SamplePack.Copy();
        files["rules/640499-sample/t.rules.json"] = TableFile("unique", string.Join(",", Enumerable.Range(0, 5_000).Select(i => $$"""{"id":"r{{i}}","when":["[{{i}}..{{i + 1}})"],"then":["x"]}""")));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(Compile(files).Pack!.RuleSets["t"]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Decide_RefusesFactsOfAnotherSchema_BecauseSlotsDiffer() =>
        Assert.Throws<ArgumentException>(() => Rules.Sets["ratio"].Decide(Sample.Facts));

    private static Decision Decide(string id, string facts) => Decided(Rules.Sets[id], facts);

    private static Decision Decided(RuleSet set, string facts) => set.Decide(Read(set, facts));

    private static Core.Rules.Facts.FactSet Read(RuleSet set, string facts)
    {
        using var document = JsonDocument.Parse(facts);
        var reading = Core.Rules.Facts.FactSet.FromJson(document.RootElement, set.Schema);
        Assert.Empty(reading.Faults);
        return reading.Facts;
    }

    private static RuleSet Table(string hit, params string[] rows)
    {
        var files = SamplePack.Copy();
        files["rules/640499-sample/t.rules.json"] = TableFile(hit, string.Join(",", rows));
        return Compile(files).Pack!.RuleSets["t"];
    }

    private static byte[] TableFile(string hit, string rows) => Encoding.UTF8.GetBytes($$"""
            { "$schema": "../../schemas/rules.schema.json", "id": "t", "name": { "zh": "表", "en": "t" }, "local": { "zh": "样例", "en": "a sample" },
              "table": { "hit": "{{hit}}", "inputs": [{ "id": "n", "of": "target.complaints" }], "outputs": [{ "id": "x", "type": "text" }], "rows": [{{rows}}] } }
            """);

    private static CompiledPack Compile(Dictionary<string, byte[]> files) => PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
}
