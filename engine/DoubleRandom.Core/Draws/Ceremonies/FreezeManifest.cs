using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>What is published when a draw is frozen, and what a second person confirms by its hash before.</summary>
/// <param name="Draw">The draw's number.</param>
/// <param name="Frame">What the frame is committed to.</param>
/// <param name="Inspectors">What the inspector frame is committed to; null when nobody is assigned.</param>
/// <param name="Recusals">What the recusal list is committed to; null when there is none.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Pepper">The commitment of the pepper; null when nothing is kept secret.</param>
/// <param name="Witnesses">The witnesses in the order of the seed.</param>
/// <param name="BeaconRound">The round of a public beacon; null for none.</param>
public sealed record FreezeManifest(
    string Draw, ListCommitment Frame, ListCommitment? Inspectors, ListCommitment? Recusals, DrawRules Rules, Digest? Pepper, IReadOnlyList<string> Witnesses, string? BeaconRound)
{
    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes()
    {
        var json = new JsonObject
        {
            ["draw"] = Draw,
            ["frame"] = List(Frame),
            ["inspectors"] = List(Inspectors),
            ["recusals"] = List(Recusals),
            ["rulesSha256"] = Rules.Hash.ToString(),
            ["pepper"] = Pepper?.ToString() ?? DrawRecord.None,
            ["witnesses"] = new JsonArray([.. Witnesses.Select(name => JsonValue.Create(name))]),
            ["beacon"] = BeaconRound ?? Seed.None,
        };
        return CanonicalJson.Write(CanonicalJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "manifest", new List<Diagnostic>())!);
    }

    /// <summary>The SHA-256 of the canonical bytes, hexadecimal.</summary>
    public string Hash => Digest.Of(ToBytes()).ToString();

    private static JsonNode List(ListCommitment? list) => list is null
        ? JsonValue.Create(DrawRecord.None)
        : new JsonObject { ["rows"] = list.Header.Rows, ["sha256"] = list.Sha256.ToString(), ["root"] = list.Root.ToString() };
}
