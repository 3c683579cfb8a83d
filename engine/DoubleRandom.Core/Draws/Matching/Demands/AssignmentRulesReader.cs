using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>Reads the member <c>assignment</c> of the rules of a draw.</summary>
internal sealed class AssignmentRulesReader(List<Diagnostic> faults)
{
    private const string Any = "any";
    private const string Day = "\"YYYY-MM-DD\"";
    private const int MostSlots = 1000;
    private static readonly string[] Keys = ["from", "to", "slots", "days", "salt"];
    private static readonly string[] SlotKeys = ["department", "tags", "area", "count"];
    private readonly QuotaReader _members = new(faults);

    public AssignmentRules Read(Node node)
    {
        _members.Known(node, Keys);
        var slots = node["slots"];
        return new()
        {
            Days = Span(node),
            Slots = slots is { IsObject: true } ? null : Slots(slots ?? node),
            Strata = slots is { IsObject: true } ? _members.Strata(slots, Slots) : new Dictionary<string, IReadOnlyList<SlotRule>>(StringComparer.Ordinal),
            Inspectors = [.. (node["days"]?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).Select(member => Inspector(member.Key, member.Value))],
            Salt = node["salt"] is { } salt ? Hash(salt) : null,
        };
    }

    private IReadOnlyList<SlotRule> Slots(Node node)
    {
        SlotRule[] rules = node.IsArray ? [.. node.Items.Select(Slot)] : [];
        if (rules.Sum(rule => (long)rule.Count) is 0 or > MostSlots)
            faults.Add(RulesMessages.Value(node.Place, "\"slots\": [{\"department\":\"fire\"}, {\"department\":\"any\",\"tags\":[\"expert\"],\"count\":1}] | {\"A\": [ … ]}, 1 … 1000"));
        return rules;
    }

    private SlotRule Slot(Node node)
    {
        _members.Known(node, SlotKeys);
        var (department, count) = (Code(node["department"]), _members.Count(node, "count", MostSlots) ?? 1);
        if (count == 0)
            faults.Add(RulesMessages.Value(node.Place, "\"count\": 1 …"));
        return new(department is Any ? null : department, [.. Items(node, "tags").Select(tag => Code(tag) ?? "")], Code(node["area"]), (int)count);
    }

    private IReadOnlyList<Node> Items(Node node, string key)
    {
        if (node[key] is { IsArray: false } other)
            faults.Add(RulesMessages.Value(other.Place, "[ … ]"));
        return node[key]?.Items ?? [];
    }

    private InspectorDays Inspector(string id, Node node)
    {
        _members.Known(node, ["validTo", "absences"]);
        if (!Words.IsId(Encoding.UTF8.GetBytes(id)))
            faults.Add(ListMessages.Id(node.Place, id, LookAlike.Why(Encoding.UTF8.GetBytes(id))));
        return new(id, node["validTo"] is { } until ? DayOf(until) : null, [.. Items(node, "absences").Select(Span)]);
    }

    private DaySpan Span(Node node)
    {
        var span = new DaySpan(DayOf(node["from"] ?? node), DayOf(node["to"] ?? node));
        if (span.IsTurned)
            faults.Add(RulesMessages.Value(node.Place, "from ≤ to"));
        return span;
    }

    private DateOnly DayOf(Node node)
    {
        if (node.Date is { } day)
            return day;
        faults.Add(RulesMessages.Value(node.Place, Day));
        return default;
    }

    private string? Code(Node? node)
    {
        if (node is null)
            return null;
        if (node.IsText && Words.IsCode(Encoding.UTF8.GetBytes(node.Text)))
            return node.Text;
        faults.Add(RulesMessages.Value(node.Place, "[0-9A-Za-z_.-]{1,32}"));
        return null;
    }

    private Digest Hash(Node node)
    {
        if (!Digest.TryParse(node.IsText ? node.Text : null, out var digest))
            faults.Add(RulesMessages.Value(node.Place, "64 × [0-9a-f]"));
        return digest;
    }
}
