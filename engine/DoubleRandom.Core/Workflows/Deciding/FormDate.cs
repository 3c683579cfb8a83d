using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Dates that people filled into forms.</summary>
internal static class FormDate
{
    /// <summary>The date in a field of what was handed in; null when there is none.</summary>
    public static DateOnly? Of(string? content, string? field) => content is null || field is null ? null : Of(JsonNode.Parse(content) as JsonObject, field);

    /// <summary>The faults of dates that lie ahead although the events that they date have happened.</summary>
    /// <param name="context">Today, and the events that fix a day to come.</param>
    /// <param name="form">Id of the form; null for none.</param>
    /// <param name="content">What was handed in; what cannot be read is refused elsewhere.</param>
    /// <param name="raisedOn">By event the field that dates it.</param>
    public static IEnumerable<Refusal> Ahead(DecideContext context, string? form, string? content, IEnumerable<KeyValuePair<string, string>> raisedOn)
    {
        var known = form is null ? null : context.Forms.GetValueOrDefault(form);
        foreach (var field in raisedOn.Where(dated => !context.Ahead.Contains(dated.Key)).Select(dated => dated.Value).Distinct(StringComparer.Ordinal))
            if (Of(Read(content), field) is { } on && on > context.Today)
                yield return HandedRefusals.DateAhead(field, known?.Fields.FirstOrDefault(one => string.Equals(one.Id, field, StringComparison.Ordinal))?.Name ?? new(field, field), on, context.Today);
    }

    private static DateOnly? Of(JsonObject? content, string field) =>
        content?[field] is JsonValue value && value.TryGetValue<string>(out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    private static JsonObject? Read(string? content)
    {
        try
        {
            return content is null ? null : JsonNode.Parse(content, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
