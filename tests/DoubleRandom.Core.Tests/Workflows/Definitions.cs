using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Definitions for tests: cases write what they are about, names and owners that do not matter are filled in.</summary>
internal static class Definitions
{
    internal const string Path = "workflows/640499-sample/case.workflow.json";

    private static readonly Dictionary<string, LegalValue> NoValues = new(StringComparer.Ordinal);

    internal static WorkflowDefinition Of(JsonObject given)
    {
        var compiled = Compile(given);
        Assert.Empty(compiled.Diagnostics);
        return compiled.Definition!;
    }

    internal static WorkflowDefinition Of(string json) => Of(JsonNode.Parse(json)!.AsObject());

    internal static CompiledWorkflow Compile(JsonObject given) =>
        WorkflowCompiler.Read(new PackFile(Path, Encoding.UTF8.GetBytes(Filled(given).ToJsonString(new() { WriteIndented = true }))), NoValues, "bureau");

    /// <summary>The file that a case stands for.</summary>
    internal static JsonObject Filled(JsonObject given)
    {
        var file = given.DeepClone().AsObject();
        Fill(file, "$schema", "../../schemas/workflow.schema.json");
        Fill(file, "id", "case");
        Fill(file, "name", Name("case"));
        if (!file.ContainsKey("basis"))
            Fill(file, "local", Name("for the test"));
        Fill(file, "startedBy", JsonNode.Parse("""[{ "by": "worker" }]""")!);
        foreach (var step in file["steps"]?.AsArray() ?? [])
            Fill(step!.AsObject());
        foreach (var action in file["actions"]?.AsArray() ?? [])
        {
            Fill(action!.AsObject(), "name", Name((string)action["id"]!));
            Fill(action.AsObject(), "owner", "worker");
        }

        return file;
    }

    private static void Fill(JsonObject step)
    {
        Fill(step, "kind", "task");
        Fill(step, "name", Name((string?)step["id"] ?? "step"));
        if ((string)step["kind"]! is "task")
            Fill(step, "owner", "worker");
        foreach (var outcome in step["outcomes"]?.AsArray() ?? [])
            Fill(outcome!.AsObject(), "name", Name((string?)outcome["id"] ?? "outcome"));
    }

    private static void Fill(JsonObject node, string key, JsonNode value)
    {
        if (!node.ContainsKey(key))
            node[key] = value;
        else if (node[key] is null)
            node.Remove(key);
    }

    private static JsonObject Name(string id) => new() { ["zh"] = $"环节{id}", ["en"] = id };
}
