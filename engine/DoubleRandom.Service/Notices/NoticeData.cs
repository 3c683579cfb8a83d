using System.Globalization;
using System.Text.Json;

namespace DoubleRandom.Service.Notices;

/// <summary>
/// The variables of one notice. It holds text, numbers, flags and lists of such sets and nothing else, so that a template can reach nothing else.
/// </summary>
/// <remarks>
/// An absent variable prints as nothing. <c>{{#if x}}</c> holds unless x is absent, empty, 0 or false. Civil dates are kept as ISO text and
/// printed by <c>{{date x}}</c>. Not safe for writing from several threads; safe for reading.
/// </remarks>
public sealed class NoticeData
{
    /// <summary>Sets a text; null or empty removes it.</summary>
    public NoticeData With(string name, string? text) => Put(name, string.IsNullOrEmpty(text) ? null : text);

    /// <summary>Sets a count; null removes it.</summary>
    public NoticeData With(string name, int? count) => Put(name, count);

    /// <summary>Sets a flag; false removes it, because a flag is only ever asked by <c>{{#if}}</c>.</summary>
    public NoticeData With(string name, bool flag) => Put(name, flag ? true : null);

    /// <summary>Sets a civil date; null removes it.</summary>
    public NoticeData With(string name, DateOnly? on) => Put(name, on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Sets a list for <c>{{#each}}</c>, in the order in which it will be printed.</summary>
    public NoticeData With(string name, IEnumerable<NoticeData> items) => Put(name, items.Select(item => (object)item.Values).ToList());

    /// <summary>
    /// Reads what an outbox row stores: a JSON object of texts, numbers, flags, nulls, and arrays of such objects.
    /// </summary>
    /// <exception cref="JsonException">The value has another shape.</exception>
    public static NoticeData FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"notice data must be an object, not {json.ValueKind}");
        NoticeData data = new();
        foreach (JsonProperty property in json.EnumerateObject())
            data.Put(property.Name, Value(property));
        return data;
    }

    internal Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal);

    private static object? Value(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number when property.Value.TryGetInt32(out int count) => count,
        JsonValueKind.Number => property.Value.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => null,
        JsonValueKind.Array => property.Value.EnumerateArray().Select(item => (object)FromJson(item).Values).ToList(),
        _ => throw new JsonException($"notice data may not nest objects: {property.Name}"),
    };

    private NoticeData Put(string name, object? value)
    {
        if (value is null)
            Values.Remove(name);
        else
            Values[name] = value;
        return this;
    }
}
