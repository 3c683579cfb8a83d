using DoubleRandom.Core.Packs.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace DoubleRandom.Core.Packs.Schemas;

/// <summary>Turns the validator's errors into words that tell an author what to write instead.</summary>
internal static class SchemaFaults
{
    public static Diagnostic Of(ValidationError error, Node root)
    {
        var segments = Segments(error.Path);
        var place = Find(root, segments);
        var key = error.Property is { Length: > 0 } named ? named : segments.LastOrDefault() ?? "";
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(place, key, error.Schema),
            ValidationErrorKind.PropertyRequired => Missing(place, key),
            ValidationErrorKind.NotInEnumeration => NotListed(place, Text(root, segments), error.Schema),
            ValidationErrorKind.PatternMismatch => Pattern(place, Text(root, segments), error.Schema),
            ValidationErrorKind.StringTooLong or ValidationErrorKind.StringTooShort => Length(place, error.Schema),
            ValidationErrorKind.TooManyItems or ValidationErrorKind.TooFewItems or ValidationErrorKind.ItemsNotUnique => Items(place, error),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.NumberTooSmall => Range(place, error.Schema),
            _ => WrongType(place, error),
        };
    }

    private static Diagnostic Unknown(Place place, string key, JsonSchema schema)
    {
        var known = schema.ActualSchema.ActualProperties.Keys;
        var near = NearMiss.Of(key, known);
        return Diagnostic.Error("SC003", place,
            new($"未知的键“{key}”", $"unknown key \"{key}\""),
            near is null
                ? new($"删除它；此处允许：{Listed(known)}", $"delete it; allowed here: {Listed(known)}")
                : new($"是否应为“{near}”？", $"did you mean \"{near}\"?"));
    }

    private static Diagnostic Missing(Place place, string key) => Diagnostic.Error("SC004", place,
        new($"缺少键“{key}”", $"the key \"{key}\" is missing"),
        new($"补上“{key}”", $"add \"{key}\""));

    private static Diagnostic NotListed(Place place, string found, JsonSchema schema)
    {
        var allowed = schema.ActualSchema.Enumeration.Select(value => value?.ToString() ?? "null").ToArray();
        var near = NearMiss.Of(found, allowed);
        var hint = near is null ? Listed(allowed) : $"{Listed(allowed)} ({near}?)";
        return Diagnostic.Error("SC005", place,
            new($"“{found}”不是允许的值", $"\"{found}\" is not an allowed value"),
            new($"改为下列之一：{hint}", $"use one of: {hint}"));
    }

    private static Diagnostic Pattern(Place place, string found, JsonSchema schema) => Diagnostic.Error("SC006", place,
        new($"“{found}”的写法不对", $"\"{found}\" is not written as it must be"),
        new($"{Meaning(schema)}（格式 {Form(schema)}）", $"{Meaning(schema)} (form {Form(schema)})"));

    /// <summary>The pattern as the schema's author wrote it.</summary>
    private static string? Form(JsonSchema schema) => schema.ActualSchema.Pattern?.Replace("\\z", "$", StringComparison.Ordinal);

    private static Diagnostic Length(Place place, JsonSchema schema)
    {
        var (min, max) = (schema.ActualSchema.MinLength ?? 0, schema.ActualSchema.MaxLength);
        return Diagnostic.Error("SC007", place,
            new("文字太长或为空", "the text is too long, or empty"),
            new($"长度应为 {min} 至 {max} 个字符", $"write {min} to {max} characters"));
    }

    private static Diagnostic Items(Place place, ValidationError error)
    {
        var schema = error.Schema.ActualSchema;
        return error.Kind == ValidationErrorKind.ItemsNotUnique
            ? Diagnostic.Error("SC008", place, new("列表中有重复的项", "the list repeats an item"), new("删除重复的项", "delete the repetition"))
            : Diagnostic.Error("SC008", place,
                new("列表的项数不对", "the list has too few or too many items"),
                new($"应有 {schema.MinItems} 项以上{(schema.MaxItems > 0 ? $"、{schema.MaxItems} 项以下" : "")}", $"give at least {schema.MinItems}{(schema.MaxItems > 0 ? $" and at most {schema.MaxItems}" : "")}"));
    }

    private static Diagnostic Range(Place place, JsonSchema schema) => Diagnostic.Error("SC009", place,
        new("数值超出范围", "the number is out of range"),
        new($"应在 {schema.ActualSchema.Minimum} 与 {schema.ActualSchema.Maximum} 之间", $"write a number from {schema.ActualSchema.Minimum} to {schema.ActualSchema.Maximum}"));

    private static Diagnostic WrongType(Place place, ValidationError error) => Diagnostic.Error("SC010", place,
        new($"值的类型不对（{error.Kind}）", $"the value has the wrong type ({error.Kind})"),
        new(Meaning(error.Schema), Meaning(error.Schema)));

    private static string Meaning(JsonSchema? schema) =>
        schema?.Description ?? schema?.ActualSchema.Description ?? schema?.ActualSchema.Type.ToString() ?? "";

    private static string Listed(IEnumerable<string> values) => string.Join(", ", values);

    private static string Text(Node root, string[] segments) => Walk(root, segments).Text;

    private static Place Find(Node root, string[] segments) => Walk(root, segments).Place;

    /// <summary>The deepest node on the path that exists: a missing key is reported at the object that lacks it.</summary>
    private static Node Walk(Node root, string[] segments)
    {
        var node = root;
        foreach (var segment in segments)
        {
            var next = node.IsArray && int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < node.Items.Count
                ? node.Items[index]
                : node[segment];
            if (next is null)
                break;
            node = next;
        }

        return node;
    }

    /// <summary><c>#/obligations[0].when</c> → obligations, 0, when.</summary>
    private static string[] Segments(string? path) =>
        (path ?? "").TrimStart('#', '/').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
}
