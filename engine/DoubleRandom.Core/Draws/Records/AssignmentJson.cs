using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>How an assignment stands in a record. Numbers that may pass 2^53 are strings.</summary>
internal static class AssignmentJson
{
    public static JsonObject Of(Assignment assignment) => new()
    {
        ["slots"] = new JsonArray([.. assignment.Slots.Select(Slot)]),
        ["loads"] = new JsonArray([.. assignment.Loads.Select(Load)]),
        ["objective"] = new JsonObject { ["squares"] = Digits(assignment.Objective.SumOfSquares), ["hashes"] = Digits(assignment.Objective.SumOfHashes) },
    };

    /// <summary>Reads what <see cref="Of"/> writes. What else may stand there shows when the record is written anew.</summary>
    public static Assignment Read(Node node, List<Refusal> faults)
    {
        var members = new Members(node, faults);
        return new(
            [.. members.Items("slots").Select((slot, at) => ReadSlot(new(slot, faults, $"/assignment/slots/{at}")))],
            [.. members.Items("loads").Select((load, at) => ReadLoad(new(load, faults, $"/assignment/loads/{at}")))],
            new(Wide(members, "objective", "squares"), Wide(members, "objective", "hashes")));
    }

    private static JsonNode Slot(AssignedSlot slot) => new JsonObject
    {
        ["target"] = slot.Slot.Target,
        ["slot"] = slot.Slot.Number,
        ["inspector"] = slot.Inspector,
        ["edgeHash"] = slot.EdgeHash,
        ["potential"] = Digits(slot.Potential),
    };

    private static JsonNode Load(InspectorLoad load) => new JsonObject
    {
        ["inspector"] = load.Inspector,
        ["earlier"] = load.Earlier,
        ["new"] = load.New,
        ["potential"] = Digits(load.Potential),
    };

    private static AssignedSlot ReadSlot(Members slot) => new(new(slot.Text("target"), slot.Small("slot")), slot.Text("inspector"), slot.Number("edgeHash"), Wide(slot, "potential"));

    private static InspectorLoad ReadLoad(Members load) => new(load.Text("inspector"), load.Small("earlier"), load.Small("new"), Wide(load, "potential"));

    private static string Digits(Int128 value) => value.ToString(CultureInfo.InvariantCulture);

    private static Int128 Wide(Members members, params IReadOnlyList<string> path) =>
        Int128.TryParse(members.Text(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : members.Wrong(path);
}
