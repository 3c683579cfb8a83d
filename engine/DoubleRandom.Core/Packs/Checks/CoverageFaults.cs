namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for demands that nothing carries and elements that no demand asks for, and for failing tests.</summary>
internal static class CoverageFaults
{
    public static Diagnostic NotCarried(Place place, string article) => Diagnostic.Error("CV001", place,
        new($"“{article}”既没有写明由什么承载，也没有写明为何未承载", $"\"{article}\" says neither what carries it nor why nothing does"),
        new("写 carriedBy（要素列表）；尚未全部承载的，另写 notEncoded（原因）", "give carriedBy (a list of elements); what is not carried yet, in whole or in part, says why in notEncoded"));

    public static Diagnostic Unclaimed(Place place, string reference) => Diagnostic.Error("CV002", place,
        new($"{reference} 声称有法定依据，但条文对照表中没有一行由它承载", $"{reference} claims a basis in law, but no row of coverage is carried by it"),
        new("在 coverage 对应条款的 carriedBy 中加上它；若是本地规定，改用 local", "name it in carriedBy of the article's row; if it is a local rule, mark it local"));

    public static Diagnostic NoTest(Place place, string obligation) => Diagnostic.Warning("TS001", place,
        new($"义务“{obligation}”没有测试", $"the obligation \"{obligation}\" has no test"),
        new("在 tests 中手写一条：给定时段，应有哪些时限", "add a test: for a span, which deadlines there must be"));

    public static Diagnostic TestFailed(Place place, string name, Bilingual difference) => Diagnostic.Error("TS002", place,
        new($"测试“{name}”不通过：{difference.Zh}", $"the test \"{name}\" fails: {difference.En}"),
        new("对照原文核对：更正义务，或更正测试的预期", "hold it against the text: correct the obligation, or what the test expects"));
}
