using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads a workflow definition. Whether the names in it exist and the steps hang together is looked at afterwards.</summary>
/// <param name="binder">Takes the faults.</param>
/// <param name="values">The pack's legal values, for lengths of time.</param>
/// <param name="office">Id of the office's unit, which the owner <c>office</c> means.</param>
internal sealed class WorkflowBinder(Binder binder, IReadOnlyDictionary<string, LegalValue> values, string office)
{
    private readonly OwnerBinder _owners = new(binder, office);
    private readonly DueBinder _dues = new(binder, values);

    /// <summary>Whether some layer's file of this workflow was left out: what the other layers say of it is a half, and its faults would be faults of the half.</summary>
    public bool IsBroken(Node root) => binder.IsBroken(root["id"]!.Text);

    public WorkflowDefinition Bind(Node root)
    {
        var id = binder.Text(root, "id", "workflow");
        var element = $"workflow:{id}";
        var steps = new StepBinder(binder, _owners, _dues);
        var bound = (binder.Need(root, "steps", element)?.Items ?? []).Select(steps.Bind).ToArray();
        return new(bound)
        {
            Id = id,
            Name = binder.Name(root, element),
            Basis = binder.Basis(root, element),
            Subject = Binder.TextOrNull(root, "subject") ?? id,
            Version = NodeDigest.Of(root),
            Casts = Binder.Texts(root["casts"]),
            Takes = Binder.Texts(root["takes"]),
            StartedBy = [.. (binder.Need(root, "startedBy", element)?.Items ?? []).Select(Starter).OfType<Starter>()],
            First = Binder.TextOrNull(root, "first") ?? (bound.Length > 0 ? bound[0].Id : ""),
            Due = _dues.OrNull(root, "due", element),
            Actions = [.. (root["actions"]?.Items ?? []).Select(Action)],
            Tests = [.. (root["tests"]?.Items ?? []).Select(new WalkBinder(binder).Bind)],
            Place = root.Place,
        };
    }

    private Starter? Starter(Node node)
    {
        string[] kinds = ["by", "when", "event", "workflow"];
        var found = kinds.Where(kind => node[kind] is not null).ToArray();
        if (found.Length == 1)
            return found[0] switch
            {
                "by" => new Starter.ByPerson(_owners.OrNull(node, "by")!) { Place = node.Place },
                "when" => new Starter.ByDate(_dues.OrNull(node, "when", "startedBy")!) { Place = node.Place },
                "event" => new Starter.ByEvent(binder.Text(node, "event", "startedBy")) { Place = node.Place },
                _ => new Starter.ByWorkflow(binder.Text(node, "workflow", "startedBy")) { Place = node.Place },
            };
        binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, "startedBy", kinds));
        return null;
    }

    private WorkflowAction Action(Node node)
    {
        var id = binder.Text(node, "id", "action");
        var element = $"action:{id}";
        binder.Need(node, "owner", element);
        return new(
            id, Kind(binder.Text(node, "kind", element)), binder.Name(node, element), _owners.OrNull(node, "owner") ?? new(null, null, null, false, null),
            Binder.Texts(node["steps"]), Binder.TextOrNull(node, "form"), Binder.Texts(node["sets"]), Binder.Texts(node["raises"]),
            Binder.TextOrNull(node, "to"), Binder.BasisOrNull(node), node.Place)
        {
            RaisedOn = WayBinder.RaisedOn(node),
        };
    }

    private static ActionKind Kind(string kind) => kind switch
    {
        "postpone" => ActionKind.Postpone,
        "add" => ActionKind.Add,
        "reassign" => ActionKind.Reassign,
        "cancel-branch" => ActionKind.CancelBranch,
        "cancel" => ActionKind.Cancel,
        "correct" => ActionKind.Correct,
        _ => ActionKind.Adjust,
    };
}
