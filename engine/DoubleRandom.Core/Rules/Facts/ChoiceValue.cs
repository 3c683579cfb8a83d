namespace DoubleRandom.Core.Rules.Facts;

/// <summary>One word of a choice. Rules may write its id or its Chinese name.</summary>
/// <param name="Id">The word in JSON and in results: <c>on-site</c>.</param>
/// <param name="Name">How people call it: 实地核查.</param>
public sealed record ChoiceValue(string Id, Bilingual Name);
