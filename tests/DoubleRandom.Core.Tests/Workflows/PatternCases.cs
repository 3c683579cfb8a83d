using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>The definitions of the control-flow patterns in tests/cases/workflows/patterns, by name.</summary>
internal static class PatternCases
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("workflows/patterns");

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static IEnumerable<(string Name, WorkflowDefinition Definition)> All => Cases.Keys.Select(name => (name, Of(name)));

    public static WorkflowDefinition Of(string name) => Definitions.Of(Cases[name]["given"]!["workflow"]!.AsObject());
}
