using System.Text.Json;

namespace DoubleRandom.Core.Publication.Exchanges;

/// <summary>A published result as files for platforms see it.</summary>
/// <param name="Key">The public record's key.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="On">The day on which it was published or corrected.</param>
/// <param name="Body">The body of the statement.</param>
/// <param name="Rows">Who checked what: one for each item; a single empty one when it names none.</param>
public sealed record ShownResult(string Key, int Version, DateOnly On, JsonElement Body, IReadOnlyList<ResultItem> Rows)
{
    /// <summary>The task that it belongs to; empty when it names none.</summary>
    public string Task => Text("task");

    /// <summary>Reads the content of a statement (<see cref="StatementContent"/>).</summary>
    public static ShownResult Of(string key, int version, DateOnly on, string content)
    {
        using var document = JsonDocument.Parse(content);
        var body = document.RootElement.GetProperty("body").Clone();
        ResultItem[] items = [.. Items(body)];
        return new(key, version, on, body, items.Length > 0 ? items : [new("", "", "")]);
    }

    /// <summary>A text of the body by its path; a whole number in its digits; empty when there is none.</summary>
    public string Text(params ReadOnlySpan<string> path)
    {
        var at = Body;
        foreach (var name in path)
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return "";
        return Text(at);
    }

    private static IEnumerable<ResultItem> Items(JsonElement body)
    {
        foreach (var department in Array(body, "departments"))
            foreach (var item in Array(department, "items"))
                yield return new(Member(department, "unit"), Member(item, "item"), Member(item, "category"));
    }

    private static IEnumerable<JsonElement> Array(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Member(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? Text(value) : "";

    private static string Text(JsonElement value) => value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "" };
}

/// <summary>One item that one department checked.</summary>
/// <param name="Unit">Id of the department.</param>
/// <param name="Item">The inspection item.</param>
/// <param name="Category">What was found.</param>
public sealed record ResultItem(string Unit, string Item, string Category);
