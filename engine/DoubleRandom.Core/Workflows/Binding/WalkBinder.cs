using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads the tests that a workflow carries.</summary>
internal sealed class WalkBinder(Binder binder)
{
    public WorkflowWalk Bind(Node node)
    {
        var walk = Walk(node);
        if (walk.Because is null == (walk.Moves.Count == 0))
            binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, "test", ["walk", "because"]));
        return walk;
    }

    private WorkflowWalk Walk(Node node) => new(
        binder.Text(node, "name", "test"), binder.DateOrFirst(node, "on", "test"), Lists(node["cast"]), Lists(node["lists"]),
        (node["rules"]?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).ToDictionary(rule => rule.Key, rule => rule.Value.Text, StringComparer.Ordinal),
        [.. (binder.Need(node, "walk", "test")?.Items ?? []).Select(Move)], Binder.TextOrNull(node, "outcome"), node.Place)
    {
        Content = node["content"]?.ToJson(),
        Because = Binder.TextOrNull(node, "because"),
    };

    private WalkMove Move(Node node)
    {
        string[] kinds = ["do", "tell", "act", "on"];
        var found = kinds.Count(kind => kind is not "on" && node[kind] is not null);
        if (found > 1 || (found == 0 && node["on"] is null))
            binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, "walk", kinds));
        return new(
            Binder.TextOrNull(node, "do"), Binder.TextOrNull(node, "tell"), Binder.TextOrNull(node, "act"), binder.Date(node, "on"), Binder.TextOrNull(node, "item") ?? "",
            Binder.TextOrNull(node, "outcome"), Binder.Texts(node["items"]), Lists(node["lists"]), node["open"] is { } open ? Binder.Texts(open) : null, node.Place)
        {
            Content = node["content"]?.ToJson(),
            To = binder.Date(node, "to"),
            IsRefused = node["refused"]?.Boolean == true,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(Node? node) =>
        (node?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).ToDictionary(list => list.Key, list => Binder.Texts(list.Value), StringComparer.Ordinal);
}
