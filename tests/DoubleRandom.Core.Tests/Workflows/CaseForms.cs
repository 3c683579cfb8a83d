using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Forms of a case: field names by form, all of them required text; "+file" asks for a file.</summary>
internal static class CaseForms
{
    internal static Dictionary<string, Form> Of(JsonNode? forms) => (forms?.AsObject() ?? []).ToDictionary(form => form.Key, form => Form(form.Key, [.. form.Value!.AsArray().Select(field => (string)field!)]), StringComparer.Ordinal);

    private static Form Form(string id, string[] fields) => new(
        id, Both(id), Basis.OfLocal(Both("test")),
        [.. fields.Where(field => field is not "+file").Select(field => new FormField(field, Both(field), FieldType.Text, true, null, null, [], [], null))],
        1, fields.Contains("+file", StringComparer.Ordinal), Place.WholeFile("forms.json"));

    private static Bilingual Both(string text) => new($"表{text}", text);
}
