using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads one step. Keys that its kind does not know, and those it needs and does not have, are faults.</summary>
internal sealed class StepBinder(Binder binder, OwnerBinder owners, DueBinder dues)
{
    private static readonly string[] Common = ["id", "kind", "name", "basis", "local", "raises"];
    private static readonly string[] Onward = ["next", "outcomes"];
    private static readonly string[] Worked = ["owner", "form", "raisedOn", "due", "ladder", "guards", "sets", "oneAtATime"];

    private static readonly Dictionary<string, (string[] Needed, string[] Allowed)> Keys = new(StringComparer.Ordinal)
    {
        ["task"] = (["owner"], ["suggest", .. Onward, .. Worked]),
        ["decision"] = ([], ["rules", .. Onward, .. Worked]),
        ["draw"] = (["draw"], ["into", "scheme", "owner", "due", "ladder", "guards", .. Onward]),
        ["publish"] = (["publish"], ["owner", "due", "ladder", "guards", .. Onward]),
        ["notify"] = (["audience", "template"], ["next"]),
        ["wait"] = (["outcomes"], ["owner", "due", "ladder"]),
        ["for-each"] = (["do"], ["over", "times", "await", "rest", "joined", "due", .. Onward]),
        ["call"] = (["workflow"], ["owner", "due", "ladder", "guards", .. Onward]),
        ["fork"] = (["outcomes"], []),
        ["join"] = (["of"], ["await", "rest", .. Onward]),
        ["end"] = ([], ["outcome", "whole"]),
    };

    private readonly WayBinder _ways = new(binder, dues);

    public Step Bind(Node node)
    {
        var id = binder.Text(node, "id", "step");
        var kind = binder.Text(node, "kind", $"step:{id}");
        CheckKeys(node, kind, id);
        return OfKind(node, kind, new()
        {
            Id = id,
            Name = binder.Name(node, $"step:{id}"),
            Owner = owners.OrNull(node, "owner"),
            Form = Binder.TextOrNull(node, "form"),
            Due = dues.OrNull(node, "due", $"step:{id}"),
            Ladder = Binder.TextOrNull(node, "ladder"),
            Ways = _ways.Ways(node),
            Guards = _ways.Guards(node),
            Raises = Binder.Texts(node["raises"]),
            RaisedOn = WayBinder.RaisedOn(node),
            Sets = Binder.Texts(node["sets"]),
            OneAtATime = Binder.TextOrNull(node, "oneAtATime"),
            Suggest = Binder.TextOrNull(node, "suggest"),
            Basis = Binder.BasisOrNull(node),
            Place = node.Place,
        });
    }

    private Step OfKind(Node node, string kind, Step.Task common) => kind switch
    {
        "decision" => Filled(new Step.Decision(Binder.TextOrNull(node, "rules")) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "draw" => Filled(new Step.Draw(Word(node, "draw"), Binder.TextOrNull(node, "into"), Binder.TextOrNull(node, "scheme")) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "publish" => Filled(new Step.Publish(Word(node, "publish")) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "notify" => Filled(new Step.Notify(Binder.Texts(node["audience"]), Word(node, "template")) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "wait" => Filled(Wait(node, new Step.Wait { Id = "", Name = common.Name, Ways = [], Place = common.Place }), common),
        "for-each" => Filled(ForEach(node, common), common),
        "call" => Filled(new Step.Call(Word(node, "workflow")) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "fork" => Filled(new Step.Fork { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "join" => Filled(new Step.Join(Word(node, "of"), Await(node)) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        "end" => Filled(new Step.End(Binder.TextOrNull(node, "outcome") ?? Way.Done, node["whole"]?.Boolean == true) { Id = "", Name = common.Name, Ways = [], Place = common.Place }, common),
        _ => common,
    };

    /// <summary>What all kinds have in common is read once and put into each.</summary>
    private static Step Filled(Step step, Step.Task common) => step with
    {
        Id = common.Id,
        Owner = common.Owner,
        Form = common.Form,
        Due = common.Due,
        Ladder = common.Ladder,
        Ways = common.Ways,
        Guards = common.Guards,
        Raises = common.Raises,
        RaisedOn = common.RaisedOn,
        Sets = common.Sets,
        OneAtATime = common.OneAtATime,
        Basis = common.Basis,
    };

    private Step.ForEach ForEach(Node node, Step.Task common)
    {
        if (node["over"] is null == node["times"] is null)
            binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, $"step:{common.Id}", ["over", "times"]));
        return new(Binder.TextOrNull(node, "over"), node["times"]?.Integer, Word(node, "do"), Await(node), [.. (node["joined"]?.Items ?? []).Select(Joined)])
        { Id = "", Name = common.Name, Ways = [], Place = common.Place };
    }

    /// <summary>Each way of a wait says what it waits for.</summary>
    private Step.Wait Wait(Node node, Step.Wait wait)
    {
        foreach (var way in node["outcomes"]?.Items ?? [])
            if (way["on"] is not { } on || on["event"] is null == on["when"] is null)
                binder.Faults.Add(ShapeFaults.NotOneOf((way["on"] ?? way).Place, "on", ["event", "when"]));
        return wait;
    }

    private Gathering Await(Node node)
    {
        var need = node["await"] switch
        {
            null or { Text: "all" } => Gathering.All,
            { Text: "any" } => 1,
            { Text: "none" } => 0,
            var number => number.Integer ?? Gathering.All,
        };
        return new(need, need > 0 && need < Gathering.All && Binder.TextOrNull(node, "rest") is not "continue");
    }

    private JoinedResult Joined(Node node) => new(
        binder.Text(node, "outcome", "joined"), binder.Text(node, "of", "joined"),
        node["atLeast"] is { Text: "all" } ? Gathering.All : node["atLeast"]?.Integer ?? 1);

    private static string Word(Node node, string key) => Binder.TextOrNull(node, key) ?? "";

    private void CheckKeys(Node node, string kind, string id)
    {
        if (!Keys.TryGetValue(kind, out var keys))
            return;
        foreach (var needed in keys.Needed)
            binder.Need(node, needed, $"step:{id}");
        var known = Common.Concat(keys.Needed).Concat(keys.Allowed).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in node.Members)
            if (!known.Contains(key))
                binder.Faults.Add(ShapeFaults.NotForKind(value.Place, key, kind, known));
    }
}
