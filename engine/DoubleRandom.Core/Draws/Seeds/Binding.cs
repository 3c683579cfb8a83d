using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>Whether a seed belongs to a frame, to rules and to a pepper: all were published before it, and it names them.</summary>
public static class Binding
{
    private static readonly Bilingual Originals = new("用冻结时公布的原件；冻结之后不得改动，须改动则另起一次抽取", "use what was published when the draw was frozen; nothing may change after that: begin another draw instead");

    /// <summary>Everything that does not belong together; nothing when it does.</summary>
    /// <param name="frame">What the frame is committed to.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="pepper">The pepper; null when it is not given.</param>
    public static IEnumerable<Refusal> Of(ListCommitment frame, DrawRules rules, Seed seed, Digest? pepper)
    {
        if (!string.Equals(frame.Header.Draw, seed.Draw, StringComparison.Ordinal))
            yield return new("seed-draw", "draw", new($"种子属于抽取 {seed.Draw}，抽样框属于 {frame.Header.Draw}", $"the seed is of the draw {seed.Draw}, the frame of {frame.Header.Draw}"), Originals);
        if (seed.Frame != frame.Root)
            yield return new("seed-frame", "frame", new($"种子写明抽样框的根为 {seed.Frame}，文件的根为 {frame.Root}", $"the seed names the frame's root {seed.Frame}; the file's is {frame.Root}"), Originals);
        if (seed.Rules != rules.Hash)
            yield return new("seed-rules", "rules", new($"种子写明规则的哈希为 {seed.Rules}，文件的哈希为 {rules.Hash}", $"the seed names the rules' hash {seed.Rules}; the file's is {rules.Hash}"), Originals);
        if (seed.Pepper is { } commitment && pepper is null)
            yield return new("pepper-missing", "pepper", new($"种子承诺了混淆值（{commitment}），但没有给出", $"the seed commits to a pepper ({commitment}), and none was given"), new("给出混淆值", "give the pepper"));
        if (pepper is { } given && Seed.Commit(given) != seed.Pepper)
            yield return new("pepper-mismatch", "pepper", new($"混淆值的承诺为 {Seed.Commit(given)}，种子中为 {seed.Pepper?.ToString() ?? Seed.None}", $"the pepper's commitment is {Seed.Commit(given)}; the seed says {seed.Pepper?.ToString() ?? Seed.None}"), new("给出冻结时承诺的混淆值", "give the pepper that was committed to when the draw was frozen"));
    }

    /// <summary>Whether lists of people are those that the rules name.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="inspectors">What the inspector frame is committed to; null when it is not given.</param>
    /// <param name="recusals">What the recusal list is committed to; null when it is not given.</param>
    public static IEnumerable<Refusal> Of(DrawRules rules, ListCommitment? inspectors, ListCommitment? recusals)
    {
        if (rules.InspectorRoot != inspectors?.Root)
            yield return List("inspectors", rules.InspectorRoot, inspectors, new("检查人员名单", "the inspector frame"));
        if (rules.RecusalRoot != recusals?.Root)
            yield return List("recusals", rules.RecusalRoot, recusals, new("回避名单", "the recusal list"));
    }

    private static Refusal List(string code, Digest? named, ListCommitment? given, Bilingual list) => given is null
        ? new($"{code}-missing", code, new($"规则写明了{list.Zh}（{named}），但没有给出", $"the rules name {list.En} ({named}), and none was given"), new($"给出冻结时公布的{list.Zh}", $"give {list.En} that was published when the draw was frozen"))
        : new($"{code}-root", code, new($"规则写明{list.Zh}的根为 {named?.ToString() ?? Seed.None}，文件的根为 {given.Root}", $"the rules name {named?.ToString() ?? Seed.None} as the root of {list.En}; the file's is {given.Root}"), Originals);
}
