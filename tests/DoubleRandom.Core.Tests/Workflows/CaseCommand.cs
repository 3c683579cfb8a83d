using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>The commands of a case: { "complete": "approve", "outcome": "yes", "item": "T-1", "as": "wang" }.</summary>
internal static class CaseCommand
{
    private static readonly HashSet<string> Engines = new(["tell", "day", "redate", "drawn", "published", "childEnded"], StringComparer.Ordinal);

    internal static bool IsEngines(JsonObject line) => line.Any(pair => Engines.Contains(pair.Key)) || line["cause"] is not null;

    internal static WorkflowCommand Of(JsonObject line, CaseRun run)
    {
        var version = (long?)line["version"] ?? run.Instance.Version;
        var (verb, about) = line.Where(pair => pair.Key is not "on").Select(pair => (pair.Key, pair.Value)).First();
        var item = (string?)line["item"] ?? "";
        var reason = (string?)line["reason"] ?? "";
        int Run() => (int?)line["run"] ?? run.RunOf((string)about!, item);
        return verb switch
        {
            "start" => new WorkflowCommand.Start((string)about!, Cause(line), Lists(line["cast"]), Lists(line["lists"]), Content(line)) { Version = version, On = line["of"] is { } of ? Day((string)of!) : null },
            "complete" => new WorkflowCommand.Complete(Run(), (string?)line["outcome"] ?? "done", Content(line), (string?)line["reason"], Lists(line["lists"])) { Version = version },
            "claim" => new WorkflowCommand.Claim(Run()) { Version = version },
            "release" => new WorkflowCommand.Release(Run()) { Version = version },
            "delegate" => new WorkflowCommand.Delegate(Run(), (string)line["to"]!, reason) { Version = version },
            "reassign" => new WorkflowCommand.Reassign(Run(), (string)line["to"]!, reason) { Version = version },
            "postpone" => new WorkflowCommand.Postpone(Run(), Day((string)line["to"]!), reason) { Version = version },
            "cancelBranch" => new WorkflowCommand.CancelBranch(Run(), reason) { Version = version },
            "cancel" => new WorkflowCommand.Cancel(reason) { Version = version },
            "add" => new WorkflowCommand.Add(run.BatchOf((string)about!), Texts(line["items"]!), reason) { Version = version },
            "act" => new WorkflowCommand.Act((string)about!, reason, Content(line), Lists(line["lists"])) { Version = version },
            "comment" => new WorkflowCommand.Comment(Run(), (string)line["text"]!) { Version = version },
            "attach" => new WorkflowCommand.Attach(Run(), (string)line["name"]!, (string?)line["hash"] ?? new string('a', 64)) { Version = version },
            "tell" => new WorkflowCommand.Tell((string)about!, run.Today, (string?)line["item"]) { Version = version },
            "day" => new WorkflowCommand.DayCame { Version = version },
            "redate" => new WorkflowCommand.Redate { Version = version },
            "drawn" => new WorkflowCommand.Drawn(Run(), "draw-1", Texts(line["items"]!)) { Version = version },
            "published" => new WorkflowCommand.Published(Run(), "publication-1") { Version = version },
            "childEnded" => new WorkflowCommand.ChildEnded(Run(), (string?)line["outcome"] ?? "done") { Version = version },
            _ => throw new ArgumentException($"no command {verb}", nameof(line)),
        };
    }

    private static StartCause? Cause(JsonObject line) => line["cause"] is { } cause ? new((string)cause["kind"]!, (string)cause["id"]!) : null;

    private static string? Content(JsonObject line) => line["content"] switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var raw) => raw,
        var content => content.ToJsonString(),
    };

    private static Dictionary<string, IReadOnlyList<string>>? Lists(JsonNode? lists) =>
        lists?.AsObject().ToDictionary(list => list.Key, list => (IReadOnlyList<string>)Texts(list.Value!), StringComparer.Ordinal);

    private static string[] Texts(JsonNode items) => [.. items.AsArray().Select(item => (string)item!)];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
