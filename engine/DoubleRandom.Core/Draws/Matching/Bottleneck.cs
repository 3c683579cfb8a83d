namespace DoubleRandom.Core.Draws.Matching;

/// <summary>Slots that cannot all be filled, because too few places are left among those who may fill them (a violated Hall condition).</summary>
/// <param name="Slots">The slots that compete, ordered by target and number.</param>
/// <param name="Inspectors">Everybody who may fill any of them, ordered by id.</param>
public sealed record Bottleneck(IReadOnlyList<Slot> Slots, IReadOnlyList<BottleneckInspector> Inspectors)
{
    private const int MostNamed = 6;

    /// <summary>How many of the slots these inspectors can fill at most.</summary>
    public int Places => Inspectors.Sum(inspector => inspector.Places);

    /// <summary>How many of the slots remain empty whatever is done; at least 1.</summary>
    public int Missing => Slots.Count - Places;

    /// <summary>For the officer: what cannot be filled, who there is, what was done (nothing) and what can be.</summary>
    public Bilingual Words => new(
        $"{Slots.Count} 个名额（{Named(Slots, "、", "等")}）{WhoZh}，缺 {Missing} 个。未作任何选派。可增派人员、提高容量、改期或减少抽取数量后，另立一次抽取；程序不会自行放宽规则。",
        $"{Slots.Count} slots ({Named(Slots, ", ", ", …")}) {WhoEn}: {Missing} too few. Nobody was assigned. Add inspectors, raise capacities, change the days or draw fewer, and make a new draw; no rule is relaxed by itself.");

    private string WhoZh => Inspectors.Count == 0
        ? "没有任何检查人员可以担任"
        : $"只有 {Inspectors.Count} 名检查人员可以担任（{Named(Inspectors.Select(who => $"{who.Id} 容量 {who.Capacity}、至多 {who.Places} 个"), "；", "等")}），合计至多 {Places} 个";

    private string WhoEn => Inspectors.Count == 0
        ? "can be filled by nobody"
        : $"can be filled by {Inspectors.Count} inspectors only ({Named(Inspectors.Select(who => $"{who.Id} capacity {who.Capacity}, at most {who.Places}"), "; ", "; …")}), {Places} at most in all";

    private static string Named<T>(IEnumerable<T> all, string between, string more)
    {
        var first = all.Take(MostNamed + 1).ToArray();
        return string.Join(between, first.Take(MostNamed)) + (first.Length > MostNamed ? more : "");
    }
}

/// <summary>One who may fill slots of a bottleneck.</summary>
/// <param name="Id">Id of the inspector.</param>
/// <param name="Capacity">The most slots of the draw that the inspector may fill.</param>
/// <param name="Places">The most slots of the bottleneck: the capacity, or fewer when there are fewer targets, since nobody fills two slots of one target.</param>
public sealed record BottleneckInspector(string Id, int Capacity, int Places);
