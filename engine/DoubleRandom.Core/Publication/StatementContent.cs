using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Publication;

/// <summary>
/// What a statement says, as canonical JSON. The chain holds its hash only: content that may no longer be shown can be left out of what is handed out, and the chain
/// still holds.
/// </summary>
/// <param name="Json">The canonical text: <c>title</c>, <c>body</c>, <c>files</c>, and <c>unit</c>, <c>reason</c>, <c>ground</c> where there are any.</param>
/// <param name="Sha256">Its hash, 64 lower-case hexadecimal digits.</param>
public sealed record StatementContent(string Json, string Sha256)
{
    /// <summary>The content of a statement. What withholds says its ground alone; what withdraws says its title and reason.</summary>
    /// <exception cref="ArgumentException">The statement cannot stand: its body is no such JSON, its key is none, or reason or ground are missing.</exception>
    public static StatementContent Of(Statement statement)
    {
        if (FaultOf(statement) is { } fault)
            throw new ArgumentException($"'{statement.Key}' cannot be stated: {fault.Problem.En}.", nameof(statement));
        var members = statement.Act switch
        {
            StatementAct.Withhold => new JsonObject { ["ground"] = statement.Ground },
            StatementAct.Withdraw => new JsonObject { ["title"] = statement.Title, ["reason"] = statement.Reason },
            _ => Whole(statement),
        };
        return OfJson(Canonical(members.ToJsonString(), statement.Key));
    }

    /// <summary>Content that was written before.</summary>
    public static StatementContent OfJson(string json) => new(json, Digest.Of(Encoding.UTF8.GetBytes(json)).ToString());

    private static JsonObject Whole(Statement statement)
    {
        var members = new JsonObject
        {
            ["title"] = statement.Title,
            ["body"] = JsonNode.Parse(Canonical(statement.Body, statement.Key)),
            ["files"] = new JsonArray([.. statement.Files.Select(Member)]),
        };
        foreach (var (name, value) in new[] { ("unit", statement.Unit), ("reason", statement.Reason) })
            if (value is not null)
                members.Add(name, value);
        return members;
    }

    private static JsonObject Member(StatementFile file) => new() { ["name"] = file.Name, ["mediaType"] = file.MediaType, ["sha256"] = file.Sha256, ["bytes"] = file.Bytes };

    private static string Canonical(string json, string key)
    {
        var faults = new List<Diagnostic>();
        return Read(json, faults) is { } node
            ? Encoding.UTF8.GetString(CanonicalJson.Write(node))
            : throw new ArgumentException($"The body of '{key}' is no object of strings, integers, objects and arrays: {string.Join("; ", faults.Select(fault => $"{fault.Place.Pointer} {fault.Problem.En}"))}", nameof(json));
    }

    /// <summary>Why a statement cannot stand; null when it can.</summary>
    public static Refusal? FaultOf(Statement statement) => statement switch
    {
        { Key.Length: 0 or > Statement.LongestKey } => StatementMessages.Key(statement.Key),
        _ when statement.Key.Any(letter => char.IsControl(letter) || letter is '?' or '#' or '%' or '\\') => StatementMessages.Key(statement.Key),
        _ when statement.Key.Split('/').Any(part => part is "" or "." or "..") => StatementMessages.Key(statement.Key), // It is part of an address.
        { Act: StatementAct.Withhold, Ground: null or "" } => StatementMessages.NoGround(statement.Key),
        { Act: StatementAct.Correct or StatementAct.Withdraw, Reason: null or "" } => StatementMessages.NoReason(statement.Key),
        { Act: StatementAct.Publish or StatementAct.Correct } when Read(statement.Body, []) is null => StatementMessages.Body(statement.Key),
        _ => null,
    };

    private static Node? Read(string json, List<Diagnostic> faults) =>
        CanonicalJson.Read(Encoding.UTF8.GetBytes(json), "", faults) is { IsObject: true } node ? node : null;
}
