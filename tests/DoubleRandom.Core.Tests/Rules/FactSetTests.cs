using System.Text.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Tests.Rules;

public class FactSetTests
{
    [Theory]
    [InlineData("""{ "target": { "creditRiskClass": "D" } }""")]
    [InlineData("""{ "对象": { "信用风险等级": "D" } }""")]
    [InlineData("""{ "对象": { "creditRiskClass": "D类" } }""")]
    [InlineData("""{ "target.creditRiskClass": "D" }""")]
    [InlineData("""{ "对象.信用风险等级": "D" }""")]
    public void FromJson_FindsTheFact_WhateverItIsCalled(string json) =>
        Assert.Equal("D", Sample.Read(json)["target.creditRiskClass"]?.ToString());

    [Theory]
    [InlineData("""{ "target": { "creditRiskClas": "D" } }""", "RU001", "target.creditRiskClass")]
    [InlineData("""{ "targets": { "name": "x" } }""", "RU001", "targets")]
    [InlineData("""{ "target": { "creditRiskClass": "E" } }""", "RU002", "A, B, C, D")]
    [InlineData("""{ "target": { "complaints": "3" } }""", "RU002", "number")]
    [InlineData("""{ "target": { "complaints": 1e20 } }""", "RU002", "number")]
    [InlineData("""{ "target": { "lastInspectedOn": "2026-02-30" } }""", "RU002", "date")]
    [InlineData("""{ "target": { "tags": ["a", 1] } }""", "RU002", "text")]
    [InlineData("""{ "target": { "tags": "a" } }""", "RU002", "list")]
    [InlineData("""{ "result": { "problems": [{ "severty": "minor" }] } }""", "RU001", "severity")]
    [InlineData("""{ "target.name": "a", "对象": { "名称": "b" } }""", "RU003", "target.name")]
    [InlineData("""{ "target": { "сomplaints": 3 } }""", "RU001", "target.complaints")] // a Cyrillic с
    [InlineData("""{ "ｔarget": { "complaints": 3 } }""", "RU001", "ｔarget")] // a full-width t
    [InlineData("""{ "对象": { "投诉举报次数 ": 3 } }""", "RU001", "对象.投诉举报次数")] // a space at its end
    [InlineData("""{ "target": { "creditRiskClass": "А" } }""", "RU002", "A, B, C, D")] // a Cyrillic А
    [InlineData("[]", "RU004", "object")]
    public void FromJson_NamesTheFault_WhenItIsNoFact(string json, string code, string says)
    {
        using var document = JsonDocument.Parse(json);
        var fault = Assert.Single(FactSet.FromJson(document.RootElement, ProgramFacts.Schema).Faults);
        Assert.Equal(code, fault.Code);
        Assert.Contains(says, $"{fault.Problem} {fault.Remedy}", StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_LeavesUnknown_WhenNullIsWritten() => Assert.Null(Sample.Read("""{ "target": { "complaints": null } }""")["target.complaints"]);

    [Fact]
    public void Schema_HasTwoNames_ForEveryFact() =>
        Assert.All(ProgramFacts.Schema.Facts, fact =>
        {
            Assert.Same(fact, ProgramFacts.Schema.Find(fact.Path));
            Assert.Same(fact, ProgramFacts.Schema.Find(fact.Zh));
            Assert.DoesNotContain(fact.Zh, char.IsAsciiLetter);
        });

    [Fact]
    public void Set_RefusesWhatDoesNotFit_BecauseOnlyAProgramDoesIt()
    {
        var builder = new FactSetBuilder(ProgramFacts.Schema);
        Assert.Throws<ArgumentException>(() => builder.Set("target.complaints", "3"));
        Assert.Throws<ArgumentException>(() => builder.Set("target.complains", 3m));
        Assert.Throws<ArgumentException>(() => builder.Set("target.complaints", decimal.MaxValue));
    }
}
