using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Cli.Output;

/// <summary>Workflows for programs: one line for the whole, one for each step and action.</summary>
internal static class WorkflowLines
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Call call, Pack pack, WorkflowDefinition workflow)
    {
        call.Json.Write(json => Header(json, workflow));
        foreach (var step in workflow.Steps)
            call.Json.Write(json => Write(json, pack, workflow, step));
        foreach (var action in workflow.Actions)
            call.Json.Write(json => Write(json, action));
    }

    public static void Header(Utf8JsonWriter json, WorkflowDefinition workflow)
    {
        json.WriteString("kind", "workflow");
        json.WriteString("id", workflow.Id);
        json.Text("name", workflow.Name);
        json.WriteString("subject", workflow.Subject);
        json.WriteString("version", workflow.Version);
        json.WriteString("first", workflow.First);
        json.WriteNumber("steps", workflow.Steps.Count);
        json.Law(workflow.Basis);
        json.Stands(workflow.Place);
    }

    /// <summary>When a step is due, as the pack says it; null when it does not.</summary>
    private static string? Due(Pack pack, WorkflowDefinition workflow, string step) =>
        pack.Effective[$"workflow:{workflow.Id}"]["steps"]?.Items.FirstOrDefault(item => string.Equals(item["id"]?.Text, step, StringComparison.Ordinal))?["due"] is { } due
            ? JsonNode.Parse(due.ToJson())!.ToJsonString(Readable)
            : null;

    private static void Write(Utf8JsonWriter json, Pack pack, WorkflowDefinition workflow, Step step)
    {
        json.WriteString("kind", "step");
        json.WriteString("id", step.Id);
        json.WriteString("type", JsonNamingPolicy.KebabCaseLower.ConvertName(step.GetType().Name));
        json.Text("name", step.Name);
        Write(json, step.Owner);
        json.WriteString("form", step.Form);
        json.WritePropertyName("due");
        json.WriteRawValue(Due(pack, workflow, step.Id) ?? "null");
        json.WriteString("over", (step as Step.ForEach)?.Over);
        json.WriteString("into", (step as Step.Draw)?.Into);
        json.WriteStartArray("sets");
        foreach (var list in step.Sets)
            json.WriteStringValue(list);
        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        foreach (var way in step.Ways)
        {
            json.WriteStartObject();
            json.WriteString("id", way.Id);
            json.Text("name", way.Name);
            json.WriteString("to", way.To);
            json.WriteBoolean("back", way.IsBack);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Law(step.Basis);
        json.Stands(step.Place);
    }

    private static void Write(Utf8JsonWriter json, WorkflowAction action)
    {
        json.WriteString("kind", "action");
        json.WriteString("id", action.Id);
        json.WriteString("type", JsonNamingPolicy.KebabCaseLower.ConvertName(action.Kind.ToString()));
        json.Text("name", action.Name);
        Write(json, action.Owner);
        json.WriteString("to", action.To);
        json.Law(action.Basis);
        json.Stands(action.Place);
    }

    private static void Write(Utf8JsonWriter json, Owner? owner)
    {
        if (owner is null)
        {
            json.WriteNull("owner");
            return;
        }

        json.WriteStartObject("owner");
        json.WriteString("role", owner.Role);
        json.WriteString("unit", owner.Unit);
        json.WriteString("item", owner.ItemOf);
        json.WriteBoolean("starter", owner.IsStarter);
        json.WriteString("function", owner.Function);
        json.WriteEndObject();
    }
}
