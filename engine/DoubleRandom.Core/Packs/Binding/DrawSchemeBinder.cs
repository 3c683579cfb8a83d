using System.Text;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads the schemes by which draw steps draw.</summary>
internal static class DrawSchemeBinder
{
    public static DrawScheme Bind(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "draw");
        var element = $"draw:{id}";
        return new(
            id, binder.Name(node, element), binder.Basis(node, element), Binder.TextOrNull(node, "stratum"), Binder.TextOrNull(node, "weight"), Rules(node, binder),
            [.. (node["slots"]?.Items ?? []).Select(slot => new SchemeSlot(binder.Text(slot, "from", element), slot["count"]?.Integer ?? 1, Binder.Texts(slot["tags"])))],
            node["witnesses"]?.Integer ?? Ceremony.FewestWitnesses, node["sealed"]?.Boolean ?? true, node.Place);
    }

    /// <summary>The rules are held against what draws understand, as far as they say anything: the method alone must be there.</summary>
    private static string Rules(Node node, Binder binder)
    {
        if (node["rules"] is not { } rules)
            return "{}";
        foreach (var fault in FrozenRules.FaultsOf(rules))
            binder.Faults.Add(fault);
        return Encoding.UTF8.GetString(CanonicalJson.Write(rules));
    }
}
