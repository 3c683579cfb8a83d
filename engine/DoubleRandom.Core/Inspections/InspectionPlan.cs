using System.Text.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Inspections;

/// <summary>Who inspects the targets of a task and what: read from the forms that the lead and the participants handed in.</summary>
/// <param name="Lead">Id of the unit that leads.</param>
/// <param name="Departments">The lead first, then the participants in the order of their list, each with its items.</param>
public sealed record InspectionPlan(string Lead, IReadOnlyList<DepartmentItems> Departments)
{
    private const string ItemsFact = "task.items";

    /// <summary>The plan as it stands when a visit is opened.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="state">The instance.</param>
    /// <param name="pack">The pack version that the instance runs on.</param>
    /// <param name="visit">The visit's run, whose owner leads.</param>
    public static InspectionPlan Of(WorkflowDefinition definition, WorkflowInstance state, Pack pack, StepRun visit)
    {
        var (lead, items) = (LeadOf(definition, state, visit), Chosen(definition, state, pack));
        var participants = state.Lists.GetValueOrDefault(VisitSteps.Participants) ?? [];
        // Who was let off chose no items; where a workflow asks no participant for items, all of them come.
        var coming = definition.Steps.Any(step => step.Owner?.ItemOf is VisitSteps.Participants && VisitSteps.FieldOf(step, ItemsFact, pack) is not null)
            ? participants.Where(items.ContainsKey)
            : participants;
        var own = items.GetValueOrDefault("", []);
        return new(lead, [new(lead, own), .. coming.Where(unit => !string.Equals(unit, lead, StringComparison.Ordinal)).Select(unit => new DepartmentItems(unit, items.GetValueOrDefault(unit, [])))]);
    }

    private static string LeadOf(WorkflowDefinition definition, WorkflowInstance state, StepRun visit)
    {
        var owner = definition.Step(visit.Step)?.Owner;
        return visit.Unit ?? owner?.Unit ?? (owner?.Role is { } role && state.Cast.GetValueOrDefault(role) is [var first, ..] ? first : state.StarterUnit);
    }

    /// <summary>The items by the path of the item in which they were handed in: a participant's id, or nothing for the lead. What was said last holds.</summary>
    private static Dictionary<string, IReadOnlyList<ItemDuty>> Chosen(WorkflowDefinition definition, WorkflowInstance state, Pack pack)
    {
        var chosen = new Dictionary<string, IReadOnlyList<ItemDuty>>(StringComparer.Ordinal);
        foreach (var run in state.Runs.Values.Where(run => run is { State: RunState.Done, Content: not null }))
            if (VisitSteps.FieldOf(definition.Step(run.Step), ItemsFact, pack) is { } field)
                chosen[state.Frames[run.Frame].Path] = ItemsOf(run.Content!, field.Id);
        return chosen;
    }

    private static IReadOnlyList<ItemDuty> ItemsOf(string content, string field)
    {
        using var json = JsonDocument.Parse(content);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty(field, out var items) || items.ValueKind != JsonValueKind.Array)
            return [];
        return [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => (Item: TextOf(item, "item"), Basis: TextOf(item, "basis"))).Where(item => item.Item is not null)
            .Select(item => new ItemDuty(item.Item!, item.Basis)).DistinctBy(item => item.Item, StringComparer.Ordinal)];
    }

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
