using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>
/// Writes the record of a draw (SSJ-RECORD/1): one line of canonical JSON without a line end. Its member <c>sha256</c> is the hash of the record without that member,
/// and <c>previous</c> that of the record before, so that no byte of any record can change unseen.
/// </summary>
public static class DrawRecord
{
    /// <summary>The format's name, its member <c>format</c>.</summary>
    public const string Format = "SSJ-RECORD/1";

    /// <summary>The member that holds the record's own hash.</summary>
    public const string Hash = "sha256";

    /// <summary>What is written where there is nothing.</summary>
    public const string None = "-";

    private const string NotProportional = "包含概率与权重不成正比，各类的概率见 classes / inclusion is not proportional to weight; see classes for each one's probability";

    /// <summary>The bytes of a record.</summary>
    /// <param name="facts">What it states.</param>
    /// <param name="plans">What was to be drawn.</param>
    /// <param name="draws">What was drawn; null while the pepper is secret, when the record shows everything but the targets and their inspectors.</param>
    public static byte[] Write(RecordFacts facts, IReadOnlyList<StratumPlan> plans, IReadOnlyList<StratumDraw>? draws)
    {
        var members = Members(facts, plans, draws);
        members.Add(Hash, HashOf(Canonical(members)).ToString());
        return CanonicalJson.Write(Canonical(members));
    }

    /// <summary>The hash of a record: that of its canonical bytes without the hash itself.</summary>
    public static Digest HashOf(Node record) =>
        Digest.Of(CanonicalJson.Write(Node.Object(record.Place, record.Members.Where(member => member.Key is not Hash).ToDictionary(StringComparer.Ordinal))));

    private static JsonObject Members(RecordFacts facts, IReadOnlyList<StratumPlan> plans, IReadOnlyList<StratumDraw>? draws)
    {
        var record = new JsonObject
        {
            ["format"] = Format,
            ["draw"] = facts.Seed.Draw,
            ["previous"] = facts.Previous.ToString(),
            ["times"] = new JsonObject { ["frozen"] = Instants.Write(facts.Times.FrozenAt), ["drawn"] = Instants.Write(facts.Times.DrawnAt), ["published"] = Instants.Write(facts.Times.PublishedAt) },
            ["rules"] = Parsed(facts.Rules.Canonical.Span),
            ["rulesSha256"] = facts.Rules.Hash.ToString(),
            ["frame"] = List(facts.FrameFile, facts.Frame),
            ["seed"] = new JsonArray([.. facts.Seed.ToText().TrimEnd('\n').Split('\n').Select(line => JsonValue.Create(line))]),
            ["assurance"] = facts.Seed.Assurance,
            ["beacon"] = facts.Seed.Beacon,
            ["pepper"] = Secret(facts.Seed.Pepper, facts.Pepper),
            ["key"] = facts.Key?.ToString() ?? None,
            ["strata"] = new JsonArray([.. plans.Select((plan, at) => StratumJson.Of(plan, draws?[at]))]),
            ["uses"] = new JsonArray([.. facts.Uses.Select(use => new JsonObject { ["id"] = use.Id, ["instead"] = use.Instead, ["reason"] = use.Reason, ["at"] = Instants.Write(use.At) })]),
            ["software"] = new JsonObject { ["name"] = facts.Software.Name, ["version"] = facts.Software.Version, ["source"] = facts.Software.Source },
            ["abandoned"] = new JsonArray([.. facts.Abandoned.Select(draw => new JsonObject { ["draw"] = draw.Draw, ["reason"] = draw.Reason })]),
        };
        AddOptional(record, facts, draws is null);
        return record;
    }

    private static void AddOptional(JsonObject record, RecordFacts facts, bool isSealed)
    {
        if (facts.Inspectors is { } inspectors)
            record.Add("inspectors", List(inspectors.File, inspectors.Commitment));
        if (facts.Recusals is { } recusals)
            record.Add("recusals", List(recusals.File, recusals.Commitment));
        if (facts.Rules.Assignment?.Salt is { } salt)
            record.Add("salt", Secret(salt, facts.Salt));
        if (facts.Assignment is { } assignment && !isSealed)
            record.Add("assignment", AssignmentJson.Of(assignment));
        if (facts.Rules.Method is DrawMethod.Tickets)
            record.Add("notice", NotProportional);
    }

    private static JsonObject Secret(Digest? commitment, Digest? revealed) => new() { ["commitment"] = commitment?.ToString() ?? None, ["revealed"] = revealed?.ToString() ?? None };

    private static JsonObject List(string file, ListCommitment list) => new()
    {
        ["file"] = file,
        ["rows"] = list.Header.Rows,
        ["sha256"] = list.Sha256.ToString(),
        ["root"] = list.Root.ToString(),
    };

    private static JsonNode? Parsed(ReadOnlySpan<byte> canonical) => JsonNode.Parse(canonical);

    private static Node Canonical(JsonObject members)
    {
        var faults = new List<Diagnostic>();
        return CanonicalJson.Read(Encoding.UTF8.GetBytes(members.ToJsonString()), "record.json", faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
