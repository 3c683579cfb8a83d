using NJsonSchema;
using NJsonSchema.References;
using NJsonSchema.Visitors;

namespace DoubleRandom.Core.Packs.Schemas;

/// <summary>Ties each <c>$ref</c> of a schema to the definition in the same file that it names.</summary>
internal sealed class OwnDefinitions(JsonSchema root) : JsonSchemaVisitorBase
{
    private const string Prefix = "#/definitions/";

    protected override JsonSchema VisitSchema(JsonSchema schema, string path, string typeNameHint)
    {
        if (((IJsonReferenceBase)schema).ReferencePath is { } name)
            schema.Reference = root.Definitions[name[Prefix.Length..]];
        return schema;
    }
}
