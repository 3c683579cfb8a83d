using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Service.Demo;

/// <summary>Fills a form with values that fit it and say that they are samples.</summary>
internal static class SampleContent
{
    public static JsonElement Of(Form? form, DateOnly today) => JsonSerializer.SerializeToElement(Record(form?.Fields ?? [], today));

    private static JsonObject Record(IReadOnlyList<FormField> fields, DateOnly today)
    {
        var record = new JsonObject();
        foreach (var field in fields)
            record[field.Id] = Value(field, today);
        return record;
    }

    private static JsonNode? Value(FormField field, DateOnly today) => field.Type switch
    {
        FieldType.Integer or FieldType.Number => JsonValue.Create(Math.Clamp(12, field.Min ?? 0, field.Max ?? 1000)),
        FieldType.Date => today.Iso(),
        FieldType.Boolean => true,
        FieldType.Choice => field.Choices[0].Id,
        FieldType.List => new JsonArray([.. Enumerable.Range(0, (int)Math.Max(1, field.Min ?? 1)).Select(_ => (JsonNode)Record(field.Fields, today))]),
        _ => string.Create(CultureInfo.InvariantCulture, $"{field.Name.Zh}（样例）"),
    };
}
