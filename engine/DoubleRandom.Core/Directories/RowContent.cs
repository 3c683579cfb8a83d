using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>The values of a row as canonical JSON, and back.</summary>
public static class RowContent
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the known values in the order of the columns.</summary>
    internal static byte[] Write(IReadOnlyList<DirectoryColumn> columns, string?[] values)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
            if (values[i] is { } value)
                Write(json, columns[i], value);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, DirectoryColumn column, string value)
    {
        json.WritePropertyName(column.Id);
        if (column.IsList)
        {
            json.WriteStartArray();
            foreach (var part in value.Split(';'))
                json.WriteStringValue(part);
            json.WriteEndArray();
        }
        else if (column.Kind is ColumnKind.Number or ColumnKind.Percent)
            json.WriteNumberValue(decimal.Parse(value, CultureInfo.InvariantCulture));
        else if (column.Kind is ColumnKind.Flag)
            json.WriteBooleanValue(value is "true");
        else
            json.WriteStringValue(value);
    }

    /// <summary>The cell that gives a value again when it is imported, in the plain form of its column; empty for what is unknown.</summary>
    public static string Cell(JsonElement content, DirectoryColumn column) => Value(content, column.Id) is { } value ? Cell(value) : "";

    /// <summary>A text; null when it is unknown.</summary>
    internal static string? Text(this JsonElement content, string id) => Value(content, id) is { } value ? Cell(value) : null;

    /// <summary>A date; null when it is unknown.</summary>
    internal static DateOnly? Date(this JsonElement content, string id) => content.Text(id) is { } text ? Day(text) : null;

    /// <summary>A number; null when it is unknown.</summary>
    internal static decimal? Number(this JsonElement content, string id) => Value(content, id)?.GetDecimal();

    /// <summary>Yes or no; null when it is unknown.</summary>
    internal static bool? Flag(this JsonElement content, string id) => Value(content, id)?.GetBoolean();

    /// <summary>The parts of a list; none when it is unknown.</summary>
    internal static IReadOnlyList<string> Texts(this JsonElement content, string id) => Value(content, id) is { } list ? [.. list.EnumerateArray().Select(part => part.GetString()!)] : [];

    /// <summary>The dates of a list; none when it is unknown.</summary>
    internal static IReadOnlyList<DateOnly> Dates(this JsonElement content, string id) => [.. content.Texts(id).Select(Day)];

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The value as a fact has it; null when it is unknown.</summary>
    internal static FactValue? Fact(this JsonElement content, string id, FactType type) => Value(content, id) is not { } value ? null : (type.Kind, value.ValueKind) switch
    {
        (FactKind.Number, JsonValueKind.Number) => FactValue.Of(value.GetDecimal()),
        (FactKind.Boolean, JsonValueKind.True or JsonValueKind.False) => FactValue.Of(value.GetBoolean()),
        (FactKind.Date, JsonValueKind.String) => FactValue.Of(Day(value.GetString()!)),
        (FactKind.Text or FactKind.Choice, JsonValueKind.String) => FactValue.Of(value.GetString()!),
        (FactKind.List, JsonValueKind.Array) => FactLists.Of(type, [.. value.EnumerateArray().Select(part => type.Element!.Kind == FactKind.Date ? FactValue.Of(Day(part.GetString()!)) : FactValue.Of(part.GetString()!))]),
        _ => null,
    };

    private static JsonElement? Value(JsonElement content, string id) => content.TryGetProperty(id, out var value) ? value : null;

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(part => part.GetString())),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
