using System.Text.Json;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Tests.Rules;

/// <summary>What expressions answer, what is refused and where, and that nothing of .NET can be reached.</summary>
public class RuleExpressionTests
{
    private static readonly Dictionary<string, JsonElement> Answers = RuleCases.Of("expressions");
    private static readonly Dictionary<string, JsonElement> Refusals = RuleCases.Of("refusals");
    private static readonly Dictionary<string, JsonElement> Escapes = RuleCases.Of("escapes");

    public static TheoryData<string> Answered => [.. Answers.Keys];

    public static TheoryData<string> Refused => [.. Refusals.Keys];

    public static TheoryData<string> Escaping => [.. Escapes.Keys];

    [Fact]
    public void Cases_AreFound_InEveryTable()
    {
        Assert.True(Answers.Count >= 70, $"only {Answers.Count} answers");
        Assert.True(Refusals.Count >= 25, $"only {Refusals.Count} refusals");
        Assert.True(Escapes.Count >= 60, $"only {Escapes.Count} escapes");
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void Expression_Answers_ForEachCase(string name)
    {
        var row = Answers[name];
        var expression = Sample.Expression(row.GetProperty("given").GetString()!);
        Assert.Equal(row.GetProperty("then").GetString(), Sample.Answer(expression, Sample.Facts));
        for (var asked = 0; asked < RuleExpression.Trial; asked++)
            Sample.Answer(expression, Sample.Facts);
        Assert.Equal(row.GetProperty("then").GetString(), Sample.Answer(expression, Sample.Facts)); // now by machine code
        if (expression.Type.Kind == FactKind.Boolean)
            Assert.Equal(expression.Test(Sample.Facts), expression.Bare()(Sample.Facts));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parse_SaysWhereAndWhat_ForEachCase(string name)
    {
        var row = Refusals[name];
        var then = row.GetProperty("then");
        var fault = Sample.Faults(row.GetProperty("given").GetString()!)[0];
        Assert.Equal(then.GetProperty("code").GetString(), fault.Code);
        Assert.Equal(then.GetProperty("column").GetInt32(), fault.Place.Column);
        Assert.Contains(then.GetProperty("says").GetString()!, $"{fault} {fault.Problem} {fault.Remedy}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Escaping))]
    public void Parse_Refuses_EachEscape(string name) => Assert.NotEmpty(Sample.Faults(Escapes[name].GetProperty("given").GetString()!));

    [Theory]
    [InlineData("(", ")", 10_000)]
    [InlineData("(", ")", 1_000)]
    [InlineData("!", "", 10_000)]
    [InlineData("! ", "", 1_900)]
    [InlineData("not ", "", 990)]
    [InlineData("-", "", 3_000)]
    [InlineData("[", "]", 1_000)]
    [InlineData("true ? 1 : ", "", 360)]
    [InlineData("x => ", "", 700)]
    [InlineData("throw ", "", 600)]
    [InlineData("await ", "", 600)]
    [InlineData("(a)", "", 1_300)]
    [InlineData("true && ", "", 490)]
    [InlineData("1 + ", "", 990)]
    [InlineData("new ", "", 900)]
    [InlineData("a.", "", 1_900)]
    [InlineData("a<", "", 1_900)]
    public void Parse_RefusesQuickly_WhenNestedDeeply(string open, string close, int times)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + "true" + string.Concat(Enumerable.Repeat(close, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Sample.Faults(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Parse_NeverThrows_WhateverIsWritten()
    {
        string[] words =
        [
            "target.complaints", "对象.名称", "today", "target.tags", "result.problems", "target.abnormalList", "target.creditRiskClass", "target.lastInspectedOn", "p", "p.severity",
            "\"D\"", "\"2026-01-01\"", "1", "0", "0.5", "99999999999999", "true", "null", "(", ")", "[", "]", ",", ".", "&&", "||", "!", "and", "or", "not", "in", "==", "!=", "<", ">=",
            "+", "-", "*", "/", "%", "?", ":", "??", "=>", "p =>", ".Any(", ".Where(p =>", ".Count", ".Sum(", ".First()", ".Contains(", ".AddDays(", ".Year", "DaysBetween(", "AddWorkingDays(", "\"", "\\", "new", "=",
        ];
        var random = new Random(5);
        var empty = new FactSetBuilder(ProgramFacts.Schema).Build();
        var answered = 0;
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
            if (Core.Rules.Expressions.RuleExpression.Parse(text, ProgramFacts.Schema, Sample.Calendar, []) is not { } expression)
                continue;
            answered += Sample.Answer(expression, Sample.Facts).Length > 0 && Sample.Answer(expression, empty).Length > 0 ? 1 : 0;
        }

        Assert.True(answered > 500, $"only {answered} were expressions");
    }

    [Fact]
    public void Test_StopsByItself_WhenListsAreCrossed()
    {
        var facts = new FactSetBuilder(ProgramFacts.Schema).Set("target.tags", [.. Enumerable.Range(0, 5_000).Select(i => $"{i}")]).Build();
        var expression = Sample.Expression("target.tags.Any(a => target.tags.Any(b => target.tags.Any(c => a + b + c == \"x\")))");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("undetermined too-much-work", Sample.Answer(expression, facts));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Test_StopsByItself_WhenTextsAreSearchedForLong()
    {
        var facts = new FactSetBuilder(ProgramFacts.Schema)
            .Set("target.name", new string('a', FactLimits.TextLength)).Set("target.businessScope", new string('a', 10_000) + "b")
            .Set("target.tags", [.. Enumerable.Repeat("x", 1_000)]).Build();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("undetermined too-much-work", Sample.Answer(Sample.Expression("target.tags.Any(t => target.name.Contains(target.businessScope))"), facts));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Test_IsOneAnswer_WhenAskedByManyThreads()
    {
        var expression = Sample.Expression("result.problems.Count(p => p.severity == \"serious\") == 1 && target.complaints > 2");
        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => expression.Test(Sample.Facts)).ToArray(), outcome => Assert.Equal(Core.Rules.Outcome.True, outcome));
    }

    [Fact]
    public void Test_RefusesFactsOfAnotherSchema_BecauseSlotsDiffer()
    {
        var other = new FactSetBuilder(ProgramFacts.Schema.With([new Fact("target.floorArea", "对象.面积", FactType.Number)])).Build();
        Assert.Throws<InvalidOperationException>(() => Sample.Expression("target.complaints > 1").Test(other));
    }
}
