using System.Text.Json.Nodes;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>
/// Takes out of statements what is about persons and was written where no field asks for it: telephone and identity numbers, names and credential numbers of the
/// inspectors and liaisons that the directories know. The target itself is left as it is: a shop may bear a person's name.
/// </summary>
public sealed class Discretion
{
    private const int Shortest = 2;
    private readonly string[] _words;

    private Discretion(IEnumerable<string> words) => _words = [.. words.Where(word => word.Length >= Shortest).OrderByDescending(word => word.Length)];

    /// <summary>What must not leave a jurisdiction.</summary>
    public static async Task<Discretion> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        new(await PersonalWords.OfAsync(connection, jurisdiction, cancel));

    /// <summary>The statement without it.</summary>
    public Statement Without(Statement statement) => statement.Act == StatementAct.Withhold
        ? statement with { Ground = Without(statement.Ground!) }
        : statement with
        {
            Title = IsOfTarget(statement) ? statement.Title : Without(statement.Title),
            Reason = statement.Reason is { } reason ? Without(reason) : null,
            Body = statement.Act == StatementAct.Withdraw ? statement.Body : Body(statement.Body),
        };

    /// <summary>A text without it.</summary>
    public string Without(string text)
    {
        text = PersonalTraces.Without(text);
        foreach (var word in _words)
            text = text.Replace(word, PersonalTraces.Hidden, StringComparison.Ordinal);
        return text;
    }

    private static bool IsOfTarget(Statement statement) => statement.Kind == StatementKind.Result;

    private string Body(string json)
    {
        var body = JsonNode.Parse(json)!;
        Clean(body);
        return body.ToJsonString();
    }

    private void Clean(JsonNode node)
    {
        if (node is JsonObject members)
            foreach (var (key, value) in members.ToArray())
                if (key is not "target" && value is not null)
                    Replace(value, text => members[key] = text);
        if (node is JsonArray items)
            for (var at = 0; at < items.Count; at++)
            {
                var place = at;
                if (items[at] is { } value)
                    Replace(value, text => items[place] = text);
            }
    }

    private void Replace(JsonNode value, Action<string> put)
    {
        if (value is not JsonValue leaf)
            Clean(value);
        else if (leaf.TryGetValue<string>(out var text) && Without(text) is var clean && !string.Equals(clean, text, StringComparison.Ordinal))
            put(clean);
    }
}
