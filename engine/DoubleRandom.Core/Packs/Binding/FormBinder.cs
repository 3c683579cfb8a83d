using System.Globalization;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads the forms that submissions follow.</summary>
internal static class FormBinder
{
    private const int DefaultAttachments = 10;

    public static Form Bind(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "form");
        var element = $"form:{id}";
        var fields = binder.Need(node, "fields", element)?.Items.Select(field => Field(field, binder)).ToArray() ?? [];
        var attachments = node["attachments"];
        return new(
            id, binder.Name(node, element), binder.Basis(node, element), fields,
            attachments is null ? 0 : attachments["max"]?.Integer ?? DefaultAttachments, attachments?["required"]?.Boolean == true, node.Place);
    }

    private static FormField Field(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "field");
        return new(
            id, binder.Name(node, $"field:{id}"), Type(Binder.TextOrNull(node, "type")), node["required"]?.Boolean == true,
            Number(node["min"]), Number(node["max"]),
            [.. (node["choices"]?.Items ?? []).Select(choice => new FieldChoice(binder.Text(choice, "id", "choice"), binder.Name(choice, "choice")))],
            [.. (node["fields"]?.Items ?? []).Select(field => Field(field, binder))],
            Binder.NameOrNull(node, "help"))
        {
            Fact = Binder.TextOrNull(node, "fact"),
            IsPublic = node["public"]?.Boolean,
            Place = node.Place,
        };
    }

    private static FieldType Type(string? type) => type switch
    {
        "long-text" => FieldType.LongText,
        "integer" => FieldType.Integer,
        "number" => FieldType.Number,
        "date" => FieldType.Date,
        "boolean" => FieldType.Boolean,
        "choice" => FieldType.Choice,
        "list" => FieldType.List,
        _ => FieldType.Text,
    };

    private static decimal? Number(Node? node) =>
        node is not null && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
