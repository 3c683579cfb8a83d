using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>
/// Turns what a browser posted into the content of a submission. A text that does not fit its field stays a text, so that the check names it and the page can
/// show it again; nothing is corrected silently.
/// </summary>
/// <remarks>Inputs are named <c>f.field</c>, those of a record <c>f.list.0.field</c>; <c>f.list.n</c> says how many records were shown.</remarks>
internal static class FormContent
{
    private const int MostRecords = 500;

    /// <summary>The content.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="posted">What was posted.</param>
    /// <param name="more">The list to which the reader wants to add a record; null drops empty records.</param>
    public static JsonObject Of(IReadOnlyList<FormField> fields, IFormCollection posted, string? more) => Fields(fields, posted, "f.", more);

    private static JsonObject Fields(IReadOnlyList<FormField> fields, IFormCollection posted, string prefix, string? more)
    {
        var content = new JsonObject();
        foreach (var field in fields)
            if (Value(field, posted, prefix + field.Id, more) is { } value)
                content[field.Id] = value;
        return content;
    }

    private static JsonNode? Value(FormField field, IFormCollection posted, string name, string? more)
    {
        if (field.Type == FieldType.List)
            return Records(field, posted, name, more);
        var text = posted[name].FirstOrDefault()?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return field.Type switch
        {
            FieldType.Integer or FieldType.Number when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            FieldType.Boolean when bool.TryParse(text, out var yes) => JsonValue.Create(yes),
            _ => JsonValue.Create(text),
        };
    }

    private static JsonArray? Records(FormField field, IFormCollection posted, string name, string? more)
    {
        _ = int.TryParse(posted[name + ".n"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var shown);
        var records = Enumerable.Range(0, Math.Min(shown, MostRecords)).Select(i => Fields(field.Fields, posted, FormattableString.Invariant($"{name}.{i}."), more));
        var kept = new JsonArray([.. records.Where(record => more is not null || record.Count > 0)]);
        if (string.Equals(more, name, StringComparison.Ordinal))
            kept.Add(new JsonObject());
        return kept.Count > 0 || field.Required ? kept : null;
    }
}
