using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Directories;

/// <summary>The directories that there are.</summary>
public static class DirectorySheets
{
    /// <summary>Their ids.</summary>
    public static IReadOnlyList<string> Ids { get; } = [TargetSheet.Id, InspectorSheet.Id, ItemSheet.Id];

    /// <summary>The sheet of a directory of a jurisdiction; null when there is no such directory.</summary>
    public static DirectorySheet? Of(Pack pack, string id) => id switch
    {
        TargetSheet.Id => TargetSheet.Of(pack.Rules.Facts),
        InspectorSheet.Id => InspectorSheet.Of(Units(pack)),
        ItemSheet.Id => ItemSheet.Of(Units(pack)),
        _ => null,
    };

    private static Dictionary<string, string> Units(Pack pack)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var unit in pack.Units)
            foreach (var name in new[] { unit.Id, unit.Name.Zh, unit.Name.En })
                ids.TryAdd(name, unit.Id);
        return ids;
    }
}
