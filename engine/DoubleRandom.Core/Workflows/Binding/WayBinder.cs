using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads outcomes, where they lead, and guards.</summary>
internal sealed class WayBinder(Binder binder, DueBinder dues)
{
    private static readonly Bilingual DoneName = new("完成", "Done");

    /// <summary>The ways of a step: its outcomes, or <c>next</c> for the only one.</summary>
    public IReadOnlyList<Way> Ways(Node step)
    {
        if (step["next"] is not { } next)
            return [.. (step["outcomes"]?.Items ?? []).Select(Way)];
        if (step["outcomes"] is not null)
            binder.Faults.Add(ShapeFaults.NextAndOutcomes(next.Place));
        return [new(Model.Way.Done, DoneName, next.Text, false, [], [], next.Place)];
    }

    /// <summary>By event the field that dates it.</summary>
    public static IReadOnlyDictionary<string, string> RaisedOn(Node node) =>
        (node["raisedOn"]?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).ToDictionary(one => one.Key, one => one.Value.Text, StringComparer.Ordinal);

    public IReadOnlyList<Guard> Guards(Node node) => [.. (node["guards"]?.Items ?? []).Select(Guard).OfType<Guard>()];

    private Way Way(Node node)
    {
        var id = binder.Text(node, "id", "outcome");
        var name = id is Model.Way.Done && node["name"] is null ? DoneName : binder.Name(node, $"outcome:{id}");
        return new(id, name, binder.Text(node, "to", $"outcome:{id}"), node["back"]?.Boolean == true, Guards(node), Binder.Texts(node["raises"]), node.Place)
        {
            RaisedOn = RaisedOn(node),
            OnEvents = Binder.Texts(node["on"]?["event"]),
            OnDate = node["on"] is { } on ? dues.OrNull(on, "when", $"outcome:{id}") : null,
        };
    }

    private Guard? Guard(Node node)
    {
        string[] kinds = ["rules", "done", "open", "happened"];
        var found = kinds.Where(kind => node[kind] is not null).ToArray();
        var otherwise = Binder.NameOrNull(node, "otherwise");
        if (found.Length == 1)
            return found[0] switch
            {
                "rules" => new Guard.Rules(node["rules"]!.Text, Binder.TextOrNull(node, "is") ?? Verdict.Yes) { Otherwise = otherwise, Place = node.Place },
                "done" => new Guard.Done(node["done"]!.Text) { Otherwise = otherwise, Place = node.Place },
                "open" => new Guard.Open(node["open"]!.Text) { Otherwise = otherwise, Place = node.Place },
                _ => new Guard.Happened(node["happened"]!.Text) { Otherwise = otherwise, Place = node.Place },
            };
        binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, "guards", kinds));
        return null;
    }
}
