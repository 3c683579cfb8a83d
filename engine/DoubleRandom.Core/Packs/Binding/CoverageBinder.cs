using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads what proves a pack: its coverage of the text, and its tests.</summary>
internal static class CoverageBinder
{
    public static CoverageRow Row(Node node, Binder binder) => new(
        Binder.TextOrNull(node, "clause"), binder.Text(node, "document", "coverage"), binder.Text(node, "article", "coverage"),
        binder.Name(node, "coverage", "demand"), Binder.Texts(node["carriedBy"]), Binder.NameOrNull(node, "notEncoded"), node.Place);

    public static PackTest Test(Node node, Binder binder)
    {
        var name = binder.Text(node, "name", "test");
        return new(
            name, Binder.TextOrNull(node, "obligation"), binder.DateOrFirst(node, "from", name), binder.DateOrFirst(node, "to", name),
            [.. (node["events"]?.Items ?? []).Select(e => Event(e, binder))],
            [.. (node["then"]?.Items ?? []).Select(expected => Expected(expected, binder))],
            Binder.TextOrNull(node, "because"), node.Place);
    }

    public static PlanEvent Event(Node node, Binder binder) => new(
        binder.Text(node, "event", "event"), binder.DateOrFirst(node, "on", "event"), Binder.TextOrNull(node, "subject") ?? "", Binder.TextOrNull(node, "unit"));

    private static ExpectedDeadline Expected(Node node, Binder binder) => new(
        binder.DateOrFirst(node, "dueOn", "then"), node["units"]?.Integer, node["units"] is { IsArray: true } units ? Binder.Texts(units) : null);
}
