using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Lists of procedures as officers call them. Packs give them ids only; one that is called like a role means the units that hold it.</summary>
public static class ListNames
{
    private static readonly Dictionary<string, Bilingual> Known = new(StringComparer.Ordinal)
    {
        ["units"] = new("单位", "Units"),
        ["participants"] = new("参与单位", "Participating units"),
        ["targets"] = new("抽查对象", "Targets"),
        ["problem-targets"] = new("发现问题的对象", "Targets with problems"),
        ["inspectors"] = new("检查人员", "Inspectors"),
        ["witnesses"] = new("见证人", "Witnesses"),
        ["agreed"] = new("议定事项", "Items agreed"),
        ["receivers"] = new("接收单位", "Receiving units"),
        ["laggards"] = new("进展滞后的单位", "Units that lag behind"),
        ["handlers"] = new("办理单位", "Handling units"),
    };

    /// <summary>What a list is called.</summary>
    public static Bilingual Of(string id, Pack pack) => Known.GetValueOrDefault(id) ?? pack.Roles.GetValueOrDefault(id)?.Name ?? new($"名单“{id}”", $"List \"{id}\"");

    /// <summary>What a step has to do with lists, a line for each: over which it runs, which it sets, into which is drawn.</summary>
    public static IReadOnlyList<Bilingual> Used(Step step, Pack pack)
    {
        var lines = new List<Bilingual>();
        if (step is Step.ForEach { Over: { } over })
            lines.Add(new($"逐个办理：{Of(over, pack).Zh}", $"for each of: {Of(over, pack).En}"));
        if (step is Step.Draw { Into: { } into })
            lines.Add(new($"抽出的成为：{Of(into, pack).Zh}", $"what is drawn becomes: {Of(into, pack).En}"));
        if (step.Sets.Count > 0)
            lines.Add(Set(step.Sets, pack));
        if (step is Step.Task { Suggest: { } rules } && pack.RuleSets.TryGetValue(rules, out var set))
            lines.Add(new($"按规则提示，由人确定：{set.Name.Zh}", $"suggested by rules, decided by people: {set.Name.En}"));
        return lines;
    }

    /// <summary>The lists that a step or action may set, in one line.</summary>
    public static Bilingual Set(IEnumerable<string> lists, Pack pack)
    {
        Bilingual[] names = [.. lists.Select(list => Of(list, pack))];
        return new($"可填名单：{string.Join('、', names.Select(name => name.Zh))}", $"lists to fill: {string.Join(", ", names.Select(name => name.En))}");
    }
}
