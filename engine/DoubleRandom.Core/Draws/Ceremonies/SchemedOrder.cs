using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>What is asked for, completed by the pack's scheme and by the instance that waits: who leads, who takes part, which targets were drawn.</summary>
public static class SchemedOrder
{
    private const string Assignment = "assignment";
    private const string Each = "each";

    /// <summary>The whole order. What the order says goes before what the scheme says.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="scheme">The scheme; null for none.</param>
    /// <param name="instance">The instance that waits; null for a draw by itself.</param>
    /// <param name="owner">The unit that draws.</param>
    public static DrawOrder Of(DrawOrder order, DrawScheme? scheme, WorkflowInstance? instance, string owner)
    {
        if (FrozenRules.Parse(order.Rules) is not { } asked)
            return order; // Its fault is told when the rules are read.
        var rules = FrozenRules.Parse(scheme?.Rules ?? "{}")!;
        if (asked.Any(member => FrozenRules.SaysNumber(member.Key)))
            foreach (var way in rules.Where(member => FrozenRules.SaysNumber(member.Key)).Select(member => member.Key).ToArray())
                rules.Remove(way);
        foreach (var (key, value) in asked)
            rules[key] = value?.DeepClone();
        if (order.What is DrawOrder.Inspectors && !rules.Any(member => FrozenRules.SaysNumber(member.Key)))
            rules[Each] = new JsonObject { ["atLeast"] = "100" }; // The targets were drawn already: all of them are taken.
        if (!rules.ContainsKey("method"))
            rules["method"] = "srs";
        if (!rules.ContainsKey(Assignment) && scheme is { Slots.Count: > 0 } && order.Days is var (from, to))
            rules[Assignment] = new JsonObject { ["from"] = from.Iso(), ["to"] = to.Iso(), ["slots"] = new JsonArray([.. scheme.Slots.SelectMany(slot => Slots(slot, instance, owner))]) };
        return order with
        {
            Rules = rules.ToJsonString(),
            Stratum = order.Stratum ?? (order.What is DrawOrder.Targets ? scheme?.Stratum : null),
            Weight = order.Weight ?? scheme?.Weight,
            IsSealed = order.IsSealed ?? scheme?.IsSealed ?? true,
            Scope = order is { What: DrawOrder.Inspectors, Scope.Codes: null } && instance is not null
                ? order.Scope with { Codes = instance.Lists.GetValueOrDefault(DrawOrder.Targets) ?? [] }
                : order.Scope,
        };
    }

    private static IEnumerable<JsonNode> Slots(SchemeSlot slot, WorkflowInstance? instance, string owner) => Units(slot, instance, owner).Select(unit => new JsonObject
    {
        ["department"] = unit,
        ["count"] = slot.Count,
        ["tags"] = new JsonArray([.. slot.Tags.Select(tag => JsonValue.Create(InspectorRoster.TagCode(tag)))]),
    });

    private static IEnumerable<string> Units(SchemeSlot slot, WorkflowInstance? instance, string owner)
    {
        var leads = instance?.Cast.GetValueOrDefault(SchemeSlot.Lead) ?? [owner];
        return slot.From switch
        {
            SchemeSlot.Lead => leads,
            SchemeSlot.Participants => (instance?.Lists.GetValueOrDefault(SchemeSlot.Participants) ?? []).Except(leads, StringComparer.Ordinal),
            SchemeSlot.Owner => [owner],
            _ => [slot.From],
        };
    }
}
