using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>Lists of procedures as officers call them; packs give them ids only.</summary>
internal static class ListNames
{
    private static readonly Dictionary<string, Bilingual> Known = new(StringComparer.Ordinal)
    {
        ["units"] = new("单位", "Units"),
        ["participants"] = new("参与单位", "Participating units"),
        ["targets"] = new("抽查对象", "Targets"),
        ["problem-targets"] = new("发现问题的对象", "Targets with problems"),
        ["inspectors"] = new("检查人员", "Inspectors"),
        ["agreed"] = new("议定事项", "Items agreed"),
        ["receivers"] = new("接收单位", "Receiving units"),
        ["laggards"] = new("进展滞后的单位", "Units that lag behind"),
        ["handlers"] = new("办理单位", "Handling units"),
        ["responsible"] = new("责任单位", "Responsible units"),
        ["member"] = new("成员单位", "Member units"),
        ["library-keeper"] = new("名录库维护单位", "Keepers of the library"),
    };

    public static Bilingual Of(string id) => Known.GetValueOrDefault(id) ?? new($"名单“{id}”", $"List \"{id}\"");
}
