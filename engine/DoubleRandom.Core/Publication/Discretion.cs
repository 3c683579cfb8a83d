using System.Buffers;
using System.Text.Json.Nodes;

namespace DoubleRandom.Core.Publication;

/// <summary>
/// Takes out of statements what is about persons and was written where no field asks for it: telephone and identity numbers, names, credential numbers and ids of the
/// inspectors, names and addresses of the liaisons that the directories know. The target keeps its name: a shop may bear a person's; numbers of persons have no place in that either.
/// </summary>
public sealed class Discretion
{
    private const int Shortest = 2;
    private const int ShortestId = 4;
    private const int ShortestNumber = 9;

    /// <summary>Members of bodies that hold targets by their own names.</summary>
    private static readonly string[] OfTargets = ["target", "instead"];

    private readonly string[] _words;
    private readonly string[] _ids;
    private readonly SearchValues<string> _any;

    /// <summary>Discretion about people.</summary>
    /// <param name="words">Their names, telephones, credentials, addresses: hidden wherever they stand.</param>
    /// <param name="ids">The ids of inspectors: hidden where they stand by themselves.</param>
    public Discretion(IEnumerable<string> words, IEnumerable<string> ids)
    {
        _words = [.. words.Where(word => word.Length >= Shortest).OrderByDescending(word => word.Length)];
        _ids = [.. ids.Where(IsTelling)];
        _any = SearchValues.Create([.. _words, .. _ids], StringComparison.Ordinal); // Most texts name nobody: they are read once, however many people there are.
    }

    /// <summary>The statement without it.</summary>
    public Statement Without(Statement statement) => statement.Act == StatementAct.Withhold
        ? statement with { Ground = Without(statement.Ground!) }
        : statement with
        {
            Title = IsOfTarget(statement) ? PersonalTraces.Without(statement.Title) : Without(statement.Title),
            Reason = statement.Reason is { } reason ? Without(reason) : null,
            Body = statement.Act == StatementAct.Withdraw ? statement.Body : Body(statement.Body),
        };

    /// <summary>A text without it.</summary>
    public string Without(string text)
    {
        text = PersonalTraces.Without(text);
        if (!text.AsSpan().ContainsAny(_any))
            return text;
        foreach (var word in _words)
            text = text.Replace(word, PersonalTraces.Hidden, StringComparison.Ordinal);
        return _ids.Aggregate(text, WithoutId);
    }

    /// <summary>A short number is any number: it would be found everywhere.</summary>
    private static bool IsTelling(string id) => id.Length >= ShortestNumber || (id.Length >= ShortestId && id.Any(char.IsAsciiLetter));

    /// <summary>An id is hidden where it stands by itself, not within a longer number or code.</summary>
    private static string WithoutId(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsOfCode(text[at - 1])) && (at + id.Length == text.Length || !IsOfCode(text[at + id.Length])))
                text = string.Concat(text.AsSpan(0, at), PersonalTraces.Hidden, text.AsSpan(at + id.Length));
        return text;
    }

    private static bool IsOfCode(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';

    private static bool IsOfTarget(Statement statement) => statement.Kind == StatementKind.Result;

    private string Body(string json)
    {
        var body = JsonNode.Parse(json)!;
        Clean(body, Without);
        return body.ToJsonString();
    }

    private static void Clean(JsonNode node, Func<string, string> without)
    {
        if (node is JsonObject members)
            foreach (var (key, value) in members.ToArray())
                if (value is not null)
                    Replace(value, OfTargets.Contains(key, StringComparer.Ordinal) ? PersonalTraces.Without : without, text => members[key] = text);
        if (node is JsonArray items)
            for (var at = 0; at < items.Count; at++)
            {
                var place = at;
                if (items[at] is { } value)
                    Replace(value, without, text => items[place] = text);
            }
    }

    private static void Replace(JsonNode value, Func<string, string> without, Action<string> put)
    {
        if (value is not JsonValue leaf)
            Clean(value, without);
        else if (leaf.TryGetValue<string>(out var text) && without(text) is var clean && !string.Equals(clean, text, StringComparison.Ordinal))
            put(clean);
    }
}
