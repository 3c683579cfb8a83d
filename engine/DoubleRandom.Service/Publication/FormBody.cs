using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Service.Publication;

/// <summary>
/// Writes what was handed in with a form as the body of a statement: <c>{procedure, subject, form, fields: [{id, name, value}|{id, name, columns, rows}]}</c>, names in both
/// languages, values as texts or, where the form names them, in both languages.
/// </summary>
internal static class FormBody
{
    /// <summary>The body.</summary>
    /// <param name="procedure">Name of the workflow.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="form">The form; null when nothing was handed in.</param>
    /// <param name="given">What was handed in.</param>
    public static JsonObject Of(Bilingual procedure, string subject, Form? form, JsonElement given)
    {
        var body = new JsonObject { ["procedure"] = Name(procedure), ["subject"] = subject };
        if (form is null)
            return body;
        body.Add("form", Name(form.Name));
        body.Add("fields", new JsonArray([.. Shown(form.Fields, given).Select(field => Field(field, given.GetProperty(field.Id)))]));
        return body;
    }

    private static IEnumerable<FormField> Shown(IReadOnlyList<FormField> fields, JsonElement given) =>
        fields.Where(field => PublicFields.IsPublic(field) && given.TryGetProperty(field.Id, out var value) && !IsEmpty(value));

    private static JsonObject Field(FormField field, JsonElement value)
    {
        var shown = new JsonObject { ["id"] = field.Id, ["name"] = Name(field.Name) };
        if (field.Type != FieldType.List)
        {
            shown.Add("value", Value(field, value));
            return shown;
        }

        var columns = field.Fields.Where(PublicFields.IsPublic).ToArray();
        shown.Add("columns", new JsonArray([.. columns.Select(column => new JsonObject { ["id"] = column.Id, ["name"] = Name(column.Name) })]));
        shown.Add("rows", new JsonArray([.. value.EnumerateArray().Select(row => Row(columns, row))]));
        return shown;
    }

    private static JsonArray Row(FormField[] columns, JsonElement row) =>
        new([.. columns.Select(column => row.TryGetProperty(column.Id, out var cell) && !IsEmpty(cell) ? Value(column, cell) : JsonValue.Create(""))]);

    private static JsonNode Value(FormField field, JsonElement value) => field.Type switch
    {
        FieldType.Boolean => Name(value.ValueKind == JsonValueKind.True ? new("是", "yes") : new("否", "no")),
        FieldType.Choice when field.Choices.FirstOrDefault(choice => value.ValueKind == JsonValueKind.String && string.Equals(choice.Id, value.GetString(), StringComparison.Ordinal)) is { } choice => Name(choice.Name),
        _ => JsonValue.Create(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()),
    };

    private static JsonObject Name(Bilingual name) => new() { ["zh"] = name.Zh, ["en"] = name.En };

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
