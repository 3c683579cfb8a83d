using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Demands;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>
/// A matching problem from a JSON file in the field names of the worked vectors. Either the edges are given (<c>slots</c>, <c>eligible</c>, <c>cap</c>, <c>prior_load</c>), or what they follow from:
/// slots that ask for department, tags, area and days, <c>inspectors</c> and <c>recusals</c>. Members that it does not know, such as a vector's <c>result</c>, are passed over.
/// </summary>
internal sealed class MatchFile
{
    private const string Any = "any";
    private readonly List<Diagnostic> _faults = [];
    private readonly Node _root;

    private MatchFile(Node root) => _root = root;

    /// <summary>The problem, and what explains its bottlenecks when it follows from demands.</summary>
    /// <exception cref="UsageException">The file cannot be read, or something in it is of another kind.</exception>
    public static (MatchReading Reading, MatchDemand? Demand) Read(Call call, string option)
    {
        var faults = new List<Diagnostic>();
        var root = NodeReader.Read(new PackFile(DrawFile.Name(call, option), DrawFile.Bytes(call, option)), faults);
        if (root is null || faults.Count > 0)
            throw FaultyFile.Of(faults);
        return new MatchFile(root).Read();
    }

    private (MatchReading Reading, MatchDemand? Demand) Read()
    {
        if (_root["inspectors"] is null)
        {
            EligibleSlot[] slots = [.. Items(_root, "slots").Select(Eligible)];
            MatchInspector[] inspectors = [.. Inspectors()];
            return (MatchProblem.Of(Sound(slots), Sound(inspectors)), null);
        }

        var people = Items(_root, "inspectors");
        var demand = Sound(new MatchDemand([.. Items(_root, "slots").Select(Demand)], [.. people.Select(Row)], [.. Optional(_root, "recusals").Select(Recusal)], [.. people.Select(Days)]));
        return (demand.Read(), demand);
    }

    private T Sound<T>(T read) => _faults.Count == 0 ? read : throw FaultyFile.Of(_faults);

    private EligibleSlot Eligible(Node node)
    {
        var slot = SlotOf(node);
        return new(slot, _root["eligible"]?[slot.ToString()] is { IsArray: true } ids ? [.. ids.Items.Select(Text)] : Wrong<string[]>(node, $"eligible 中没有 {slot} 的数组", $"\"eligible\" has no array for {slot}") ?? []);
    }

    private IEnumerable<MatchInspector> Inspectors()
    {
        foreach (var (id, capacity) in _root["cap"]?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal))
            yield return new(id, Number(capacity), _root["prior_load"]?[id] is { } load ? Number(load) : 0);
    }

    private SlotDemand Demand(Node node) => new(
        SlotOf(node), Code(node["department"]), node["tags"] is null ? [] : Codes(node, "tags"), Code(node["area"]),
        node["from"] is null && node["to"] is null ? null : new(Day(node["from"], node), Day(node["to"], node)));

    private InspectorRow Row(Node node) => new(
        Member(node, "id"), Codes(node, "departments"), Codes(node, "tags"), Codes(node, "areas"),
        node["cap"] is { } capacity ? Number(capacity) : Wrong<int>(node, "缺少 cap", "\"cap\" is missing"), node["prior_load"] is { } load ? Number(load) : 0);

    private InspectorDays Days(Node node) => new(
        Member(node, "id"), node["valid_to"] is { } until ? Day(until, node) : null, [.. Optional(node, "absences").Select(span => new DaySpan(Day(At(span, 0), span), Day(At(span, 1), span)))]);

    private RecusalRow Recusal(Node node) => new(Text(At(node, 0) ?? node), Text(At(node, 1) ?? node), At(node, 2) is { } reason ? Text(reason) : "");

    private Slot SlotOf(Node node) => node.IsObject
        ? new(Member(node, "target"), Number(node["slot"] ?? node))
        : new(Text(At(node, 0) ?? node), Number(At(node, 1) ?? node));

    private static Node? At(Node node, int index) => index < node.Items.Count ? node.Items[index] : null;

    private string? Code(Node? node) => node is null or { Kind: JsonValueKind.Null } or { IsText: true, Text: Any } ? null : Text(node);

    private string[] Codes(Node node, string key) => [.. Optional(node, key).Select(Text)];

    private IReadOnlyList<Node> Items(Node node, string key) => node[key] is { IsArray: true } list ? list.Items : Wrong<IReadOnlyList<Node>>(node, $"缺少数组 {key}", $"the array \"{key}\" is missing") ?? [];

    private IReadOnlyList<Node> Optional(Node node, string key) => node[key] is null ? [] : Items(node, key);

    private string Member(Node node, string key) => node[key] is { } text ? Text(text) : Wrong<string>(node, $"缺少 {key}", $"\"{key}\" is missing") ?? "";

    private string Text(Node node) => node.IsText ? node.Text : Wrong<string>(node, "应为字符串", "this should be a string") ?? "";

    private int Number(Node node) => node.Integer ?? Wrong<int>(node, "应为整数", "this should be a whole number");

    private DateOnly Day(Node? node, Node around) => node?.Date ?? Wrong<DateOnly>(node ?? around, "应为日期", "this should be a date");

    private T? Wrong<T>(Node node, string zh, string en)
    {
        _faults.Add(Diagnostic.Error("SC001", node.Place, new(zh, en), new("按 draw match --help 的说明改正", "mend it as draw match --help says")));
        return default;
    }
}
