using System.Globalization;
using System.Text.Json.Nodes;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Dates that people filled into forms.</summary>
internal static class FormDate
{
    /// <summary>The date in a field of what was handed in; null when there is none.</summary>
    public static DateOnly? Of(string? content, string? field) =>
        content is not null && field is not null && (JsonNode.Parse(content) as JsonObject)?[field] is JsonValue value && value.TryGetValue<string>(out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
}
