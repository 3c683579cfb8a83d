using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Packs.Schemas;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Simulation;

/// <summary>Reads a behaviour file (schemas/behaviour.schema.json) and holds its names against a pack.</summary>
public sealed class BehaviourReader
{
    private readonly Pack _pack;
    private readonly List<Diagnostic> _faults = [];

    private BehaviourReader(Pack pack) => _pack = pack;

    /// <summary>The behaviour of a file, and everything that is wrong with it; the behaviour holds only when nothing is.</summary>
    public static (Behaviour Behaviour, IReadOnlyList<Diagnostic> Faults) Read(PackFile file, Pack pack)
    {
        var reader = new BehaviourReader(pack);
        if (NodeReader.Read(file, reader._faults) is not { } root)
            return (Behaviour.Usual, reader._faults);
        reader._faults.AddRange(SchemaGate.Check("behaviour", root));
        return (reader._faults.Count == 0 ? reader.Whole(root) : Behaviour.Usual, reader._faults);
    }

    private Behaviour Whole(Node root) => new(
        Behaviour.Usual.Deadlines.ChangedBy(Conduct(root["deadlines"])),
        Behaviour.Usual.Steps.ChangedBy(Conduct(root["steps"])),
        [.. (root["exceptions"]?.Items ?? []).Select(Exception)],
        root["starts"] is { } starts ? [.. starts.Items.Select(Start)] : null,
        [.. (root["events"]?.Items ?? []).Select(Event)])
    {
        Interventions = Acting(root["actions"]),
    };

    private static Interventions Acting(Node? node) => new(
        node?["postpone"]?.Integer ?? Interventions.Usual.Postpone, node?["cancel"]?.Integer ?? Interventions.Usual.Cancel, node?["correct"]?.Integer ?? Interventions.Usual.Correct);

    private BehaviourException Exception(Node node)
    {
        var workflow = Known(node["workflow"], new("流程", "workflow"), _pack.Workflows.Keys);
        if (node["step"] is { } step && workflow is null)
            _faults.Add(BehaviourFaults.StepWithoutWorkflow(step));
        if (node["obligation"] is not null && node["workflow"] is { } also)
            _faults.Add(BehaviourFaults.TwoMatters(also));
        var steps = _pack.Workflows.GetValueOrDefault(workflow ?? "")?.Steps.Select(known => known.Id) ?? [];
        return new(
            Unit(node["unit"]), Known(node["obligation"], new("义务", "obligation"), _pack.Obligations.Select(duty => duty.Id)), workflow,
            workflow is null ? node["step"]?.Text : Known(node["step"], new("环节", "step"), steps), Conduct(node));
    }

    private Conduct Conduct(Node? node) => node is null ? new() : new()
    {
        Shares = Shares(node),
        DaysLate = Range(node["daysLate"]),
        Days = Range(node["days"]),
        Other = node["other"]?.Integer,
        Outcomes = node["outcomes"]?.Members.ToDictionary(outcome => outcome.Key, outcome => outcome.Value.Integer ?? 0, StringComparer.Ordinal),
        Content = node["content"]?.ToJson(),
        Lists = Lists(node["lists"]),
    };

    /// <summary>Of three shares those that are not named are none.</summary>
    private Shares? Shares(Node node)
    {
        if (node["onTime"] is null && node["late"] is null && node["silent"] is null)
            return null;
        var shares = new Shares(node["onTime"]?.Integer ?? 0, node["late"]?.Integer ?? 0, node["silent"]?.Integer ?? 0);
        if (shares is { OnTime: 0, Late: 0, Silent: 0 })
            _faults.Add(BehaviourFaults.NoShare(node));
        return shares;
    }

    private Range? Range(Node? node)
    {
        if (node is null)
            return null;
        var range = new Range(node.Items[0].Integer ?? 0, node.Items[1].Integer ?? 0);
        if (range.Least > range.Most)
            _faults.Add(BehaviourFaults.Backwards(node));
        return range;
    }

    private StartWish Start(Node node)
    {
        var workflow = node["workflow"]!;
        Known(workflow, new("流程", "workflow"), _pack.Workflows.Keys);
        if (_pack.Workflows.TryGetValue(workflow.Text, out var definition) && !definition.StartedBy.OfType<Starter.ByPerson>().Any())
            _faults.Add(BehaviourFaults.NotForPersons(workflow));
        foreach (var unit in node["cast"]?.Members.Values.SelectMany(units => units.Items) ?? [])
            Unit(unit);
        return new(workflow.Text, Day(node["on"]), node["subject"]?.Text, Unit(node["unit"]), Lists(node["cast"]), Lists(node["lists"]), node["content"]?.ToJson());
    }

    private PlanEvent Event(Node node) =>
        new(Known(node["event"], new("事件", "event"), _pack.Events.Keys) ?? "", Day(node["on"]) ?? default, node["subject"]?.Text ?? "", Unit(node["unit"]));

    private static Dictionary<string, IReadOnlyList<string>>? Lists(Node? node) =>
        node?.Members.ToDictionary(list => list.Key, list => (IReadOnlyList<string>)[.. list.Value.Items.Select(item => item.Text)], StringComparer.Ordinal);

    private DateOnly? Day(Node? node)
    {
        if (node is not null && node.Date is null)
            _faults.Add(BehaviourFaults.NoSuchDay(node));
        return node?.Date;
    }

    private string? Unit(Node? node) => Known(node, new("单位", "unit"), _pack.Units.Select(unit => unit.Id));

    private string? Known(Node? node, Bilingual kind, IEnumerable<string> known)
    {
        if (node is not null && !known.Contains(node.Text, StringComparer.Ordinal))
            _faults.Add(BehaviourFaults.UnknownName(node, kind, known));
        return node?.Text;
    }
}
