using DoubleRandom.Core.Packs.Checks;
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
        var (from, to) = (Day(node, "from", name, binder), Day(node, "to", name, binder));
        if (node["from"]?.Date is not null && node["to"]?.Date is not null && from > to)
            binder.Faults.Add(TimeFaults.Reversed(node["to"]!.Place, from, to));
        return new(
            name, Binder.TextOrNull(node, "obligation"), from, to,
            [.. (node["events"]?.Items ?? []).Select(e => Event(e, binder))],
            [.. (binder.Need(node, "then", name)?.Items ?? []).Select(expected => Expected(expected, binder))],
            Binder.TextOrNull(node, "because"), node.Place);
    }

    public static PlanEvent Event(Node node, Binder binder) => new(
        binder.Text(node, "event", "event"), Day(node, "on", "event", binder), Binder.TextOrNull(node, "subject") ?? "", Binder.TextOrNull(node, "unit"));

    /// <summary>A day that can be planned on: a test must not depend on years without any calendar.</summary>
    private static DateOnly Day(Node node, string key, string element, Binder binder)
    {
        var on = binder.DateOrFirst(node, key, element);
        if (node[key]?.Date is not null && (on < PlanSpan.First || on > PlanSpan.Last))
            binder.Faults.Add(TimeFaults.BeyondCalendars(node[key]!.Place, on.Iso(), PlanSpan.First, PlanSpan.Last));
        return on;
    }

    private static ExpectedDeadline Expected(Node node, Binder binder) => new(
        binder.DateOrFirst(node, "dueOn", "then"), node["units"]?.Integer, node["units"] is { IsArray: true } units ? Binder.Texts(units) : null);
}
