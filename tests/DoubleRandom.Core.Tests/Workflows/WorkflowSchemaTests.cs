using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Architecture;
using DoubleRandom.Core.Tests.Packs;
using NJsonSchema;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>schemas/workflow.schema.json: takes every definition of the cases, refuses what no definition may have.</summary>
public class WorkflowSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(Repository.PathOf("schemas", "workflow.schema.json"))));

    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("workflows/patterns").Concat(CaseFiles.Of("workflows/commands")).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Schema_TakesTheDefinition_OfEachCase(string name) =>
        Assert.Equal("", await Faults(Definitions.Filled(Cases[name]["given"]!["workflow"]!.AsObject()).ToJsonString()));

    [Fact]
    public async Task Schema_TakesTheSample_AsAnAuthorWritesIt() => Assert.Equal("", await Faults(File.ReadAllText(SampleWorkflow.File)));

    [Theory]
    [InlineData("""{ "colour": 1 }""", "NoAdditionalPropertiesAllowed")]
    [InlineData("""{ "id": "Über" }""", "PatternMismatch")]
    [InlineData("""{ "startedBy": [] }""", "TooFewItems")]
    [InlineData("""{ "steps": [{ "id": "a", "kind": "dance" }] }""", "NotInEnumeration")]
    [InlineData("""{ "steps": [{ "id": "a", "await": 0 }] }""", "NoTypeValidates")]
    [InlineData("""{ "steps": [{ "id": "a", "owner": 3 }] }""", "")]
    [InlineData("""{ "steps": [{ "id": "a", "outcomes": [{ "id": "x", "go": "b" }] }] }""", "NoAdditionalPropertiesAllowed")]
    [InlineData("""{ "actions": [{ "id": "a", "kind": "explode" }] }""", "NotInEnumeration")]
    [InlineData("""{ "due": { "after": { "workingDays": 0 } } }""", "")]
    public async Task Schema_Refuses_WhatNoDefinitionHas(string edit, string kind)
    {
        var file = Definitions.Filled(new JsonObject { ["steps"] = new JsonArray() });
        foreach (var (key, value) in JsonNode.Parse(edit)!.AsObject())
            file[key] = value?.DeepClone();
        var faults = await Faults(file.ToJsonString());
        Assert.True(faults.Length > 0);
        Assert.Contains(kind, faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_RefusesTenThousandSteps_ByItsLimit()
    {
        var steps = new JsonArray([.. Enumerable.Range(0, 10_000).Select(i => new JsonObject { ["id"] = $"n{i}" })]);
        Assert.Contains("TooManyItems", await Faults(Definitions.Filled(new JsonObject { ["steps"] = steps }).ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_SaysInBothLanguages_WhatEachKeyMeans()
    {
        var nodes = Keys(JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", "workflow.schema.json")))!).ToArray();
        Assert.True(nodes.Length > 100, $"only {nodes.Length} keys");
        Assert.All(nodes, node => Assert.Matches("[一-鿿].* / .*[A-Za-z]|^\\S+ / \\S+", $"{node["title"]} {node["description"]}"));
    }

    private static IEnumerable<JsonObject> Keys(JsonNode node) => node switch
    {
        JsonObject o when o["properties"] is JsonObject properties => properties.Select(pair => pair.Value!.AsObject()).SelectMany(value => Keys(value).Prepend(value)).Concat(Below(o)),
        JsonObject o => Below(o),
        _ => [],
    };

    private static IEnumerable<JsonObject> Below(JsonObject node) => new[] { node["items"], node["definitions"] }.OfType<JsonObject>().SelectMany(below => ReferenceEquals(below, node["definitions"]) ? below.SelectMany(pair => Keys(pair.Value!)) : Keys(below));

    private static async Task<string> Faults(string json) => string.Join(", ", (await Schema.Value).Validate(json).SelectMany(Flat));

    private static IEnumerable<string> Flat(NJsonSchema.Validation.ValidationError error) =>
        error is NJsonSchema.Validation.ChildSchemaValidationError child ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Flat) : [$"{error.Kind} {error.Path}"];
}
