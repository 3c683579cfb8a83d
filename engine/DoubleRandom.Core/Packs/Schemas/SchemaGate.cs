using DoubleRandom.Core.Packs.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;
using NJsonSchema.Validation;

namespace DoubleRandom.Core.Packs.Schemas;

/// <summary>Holds a file against the JSON Schema that it names. Unknown keys, wrong types and values outside the limits are found here, all at once.</summary>
public static class SchemaGate
{
    /// <summary>A file that is no part of a pack.</summary>
    private const string Behaviour = "behaviour";

    private static readonly IReadOnlyDictionary<string, Lazy<JsonSchema>> Schemas = Kinds.Append(Behaviour).ToDictionary(
        kind => kind, kind => new Lazy<JsonSchema>(() => Load(kind)), StringComparer.Ordinal);

    private static readonly JsonSchemaValidator Validator = new();

    /// <summary>The kinds of documents of a pack, which are the names of their schemas.</summary>
    public static IReadOnlyList<string> Kinds => ["jurisdiction", "obligations", "forms", "draws", "exchange", "rules", "workflow", "calendar"];

    /// <summary>The kind that the file's <c>$schema</c> names, or null (and a fault) when it names none that is known.</summary>
    public static string? KindOf(Node root, ICollection<Diagnostic> faults)
    {
        var known = string.Join(", ", Kinds.Select(kind => $"../../schemas/{kind}.schema.json"));
        if (!root.IsObject)
        {
            faults.Add(SyntaxFaults.NotAnObject(root.Place));
            return null;
        }

        if (root["$schema"] is not { IsText: true } named)
        {
            faults.Add(SyntaxFaults.NoSchema(root.Place, known));
            return null;
        }

        var kind = Kinds.FirstOrDefault(kind => named.Text.EndsWith($"/schemas/{kind}.schema.json", StringComparison.Ordinal));
        if (kind is null)
            faults.Add(SyntaxFaults.UnknownSchema(named.Place, named.Text, known));
        return kind;
    }

    /// <summary>The faults of a document against the schema of its kind; none when it fits.</summary>
    public static IReadOnlyList<Diagnostic> Check(string kind, Node root)
    {
        var schema = Schemas[kind].Value;
        var errors = Validator.Validate(Token(root), schema).SelectMany(Flatten).ToArray();
        // A text that is not written as it must be is no wrong type as well, only because an object would do in its place.
        var said = errors.Where(error => error.Kind is ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooLong or ValidationErrorKind.StringTooShort).Select(error => error.Path).ToHashSet(StringComparer.Ordinal);
        return [.. errors.Where(error => !IsOtherType(error) || !said.Contains(error.Path)).Select(error => SchemaFaults.Of(error, root))];
    }

    /// <summary>The text of a schema, for editors and for the server to hand out.</summary>
    public static string TextOf(string kind)
    {
        using var stream = typeof(SchemaGate).Assembly.GetManifestResourceStream($"schemas/{kind}.schema.json")
            ?? throw new InvalidOperationException($"The schema '{kind}' is not embedded in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The library's own loader waits for files and addresses that a schema might refer to; ours refer only to themselves.</summary>
    private static JsonSchema Load(string kind)
    {
        var schema = JsonSchemaSerialization.FromJson<JsonSchema>(EndAtTheEnd(TextOf(kind)), JsonSchema.CreateJsonSerializerContractResolver(SchemaType.JsonSchema));
        new OwnDefinitions(schema).Visit(schema);
        return schema;
    }

    /// <summary>In a schema a pattern's <c>$</c> is the text's end; in .NET it also lies before a last line break, which no id or date may have.</summary>
    private static string EndAtTheEnd(string schema) => schema.Replace("$\"", "\\\\z\"", StringComparison.Ordinal);

    /// <summary>An error about an item or a branch only wraps those that say what is wrong.</summary>
    private static IEnumerable<ValidationError> Flatten(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Errors.Count: > 0 } child => child.Errors.SelectMany(pair => pair.Value).SelectMany(Flatten),
        MultiTypeValidationError { Errors.Count: > 0 } types => types.Errors.Values.OrderBy(IsOtherType).ThenByDescending(Depth).First().SelectMany(Flatten),
        _ => [error],
    };

    /// <summary>Of the types allowed, the one that was meant is not one that the value does not have at all…</summary>
    private static bool IsOtherType(IEnumerable<ValidationError> errors) => errors.All(IsOtherType);

    private static bool IsOtherType(ValidationError error) => error.Kind.ToString().EndsWith("Expected", StringComparison.Ordinal);

    /// <summary>…and of the others the one whose errors lie deepest.</summary>
    private static int Depth(IEnumerable<ValidationError> errors) => errors.Max(error => error.Path?.Count(c => c is '.' or '[') ?? 0);

    private static JToken Token(Node node) => node.Kind switch
    {
        System.Text.Json.JsonValueKind.Object => new JObject(node.Members.Select(member => new JProperty(member.Key, Token(member.Value)))),
        System.Text.Json.JsonValueKind.Array => new JArray(node.Items.Select(Token)),
        System.Text.Json.JsonValueKind.String => new JValue(node.Text),
        System.Text.Json.JsonValueKind.Number => Number(node),
        System.Text.Json.JsonValueKind.Null => JValue.CreateNull(),
        _ => new JValue(node.Boolean),
    };

    private static JValue Number(Node node) => node.Integer is { } integer
        ? new JValue(integer)
        : new JValue(double.Parse(node.Text, System.Globalization.CultureInfo.InvariantCulture));
}
