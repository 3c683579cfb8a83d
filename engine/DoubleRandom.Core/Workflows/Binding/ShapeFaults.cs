using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>The words for workflow files whose keys do not go together.</summary>
internal static class ShapeFaults
{
    public static Diagnostic NotForKind(Place place, string key, string kind, IEnumerable<string> known) => Diagnostic.Error("WF013", place,
        new($"环节类型 {kind} 没有键“{key}”", $"a step of kind {kind} has no key \"{key}\""),
        Hint.For(key, known));

    public static Diagnostic NotOneOf(Place place, string element, IEnumerable<string> kinds) => Diagnostic.Error("WF018", place,
        new($"“{element}”须且只能写一种", $"\"{element}\" must say exactly one thing"),
        new($"写下列之一：{string.Join(", ", kinds)}", $"give exactly one of: {string.Join(", ", kinds)}"));

    public static Diagnostic NextAndOutcomes(Place place) => Diagnostic.Error("WF019", place,
        new("同时写了 next 和 outcomes", "both next and outcomes are given"),
        new("只有一个去向写 next，有几种结果写 outcomes", "give next for a single way on, outcomes for several"));
}
