using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;

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
        Demand(statement);
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
        var node = CanonicalJson.Read(Encoding.UTF8.GetBytes(json), key, faults);
        return node is { IsObject: true }
            ? Encoding.UTF8.GetString(CanonicalJson.Write(node))
            : throw new ArgumentException($"The body of '{key}' is no object of strings, integers, objects and arrays: {string.Join("; ", faults.Select(fault => $"{fault.Place.Pointer} {fault.Problem.En}"))}", nameof(json));
    }

    private static void Demand(Statement statement)
    {
        var fault = statement switch
        {
            { Key.Length: 0 or > Statement.LongestKey } => "a key has 1 to 200 characters",
            { Act: StatementAct.Withhold, Ground: null or "" } => "withholding names its legal ground",
            { Act: StatementAct.Correct or StatementAct.Withdraw, Reason: null or "" } => "correcting and withdrawing give their reason",
            _ when statement.Key.Any(letter => char.IsControl(letter) || letter is '?' or '#' or '%' or '\\') => "a key holds no control characters and none of ? # % \\",
            _ => null,
        };
        if (fault is not null)
            throw new ArgumentException($"'{statement.Key}' cannot be stated: {fault}.", nameof(statement));
    }
}
