using DoubleRandom.Core.Publication;

namespace DoubleRandom.Core.Tests.Publication;

public class StatementContentTests
{
    private static readonly Statement Good = new(StatementKind.Result, "k", StatementAct.Publish, "标题", """{"b":1,"a":"甲"}""", new(2026, 11, 20), "scjg");

    [Fact]
    public void Of_IsCanonical_WhateverTheOrderOfTheBody()
    {
        var content = StatementContent.Of(Good);
        Assert.Equal("""{"body":{"a":"甲","b":1},"files":[],"title":"标题","unit":"scjg"}""", content.Json);
        Assert.Equal(content, StatementContent.Of(Good with { Body = """{ "a": "\u7532", "b": 1 }""" }));
    }

    [Fact]
    public void Of_KeepsNothingButTheGround_WhenItWithholds() =>
        Assert.Equal("""{"ground":"第十四条"}""", StatementContent.Of(Good with { Act = StatementAct.Withhold, Ground = "第十四条" }).Json);

    [Theory]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":true}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Of_Throws_WhenTheBodyHasNoCanonicalWriting(string body) => Assert.Throws<ArgumentException>(() => StatementContent.Of(Good with { Body = body }));

    [Theory]
    [InlineData("")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    public void Of_Throws_WhenTheKeyIsNone(string key) => Assert.Throws<ArgumentException>(() => StatementContent.Of(Good with { Key = key }));

    [Theory]
    [InlineData(StatementAct.Correct)]
    [InlineData(StatementAct.Withdraw)]
    [InlineData(StatementAct.Withhold)]
    public void Of_Throws_WithoutReasonOrGround(StatementAct act) => Assert.Throws<ArgumentException>(() => StatementContent.Of(Good with { Act = act }));

    [Fact]
    public void Words_AreReadAsTheyAreWritten()
    {
        Assert.All(StatementWords.AllKinds, kind => Assert.True(StatementWords.TryKind(kind.Word(), out var read) && read == kind));
        Assert.All(Enum.GetValues<StatementAct>(), act => Assert.True(StatementWords.TryAct(act.Word(), out var read) && read == act));
        Assert.False(StatementWords.TryKind("nothing", out _));
    }
}
