using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store.Draws;
using DoubleRandom.Store.Inspections;
using Npgsql;

namespace DoubleRandom.Service.Inspections;

/// <summary>A task whose results are told to the public.</summary>
/// <param name="Connection">The command's transaction.</param>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Pack">The pack version that it runs on.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="State">Its state after the command.</param>
/// <param name="Today">The civil day.</param>
internal sealed record ToldTask(NpgsqlConnection Connection, long Instance, Pack Pack, WorkflowDefinition Definition, WorkflowInstance State, DateOnly Today);

/// <summary>Composes what the public is told of results, as the officers decided: all of it, some members left out, or nothing but the legal ground.</summary>
internal static class ResultDrafts
{
    private const string Parts = "parts";
    private const string Ground = "ground";
    private static readonly string[] Drawn = ["drawn", "dispatched", "revealed"];

    /// <summary>Whether a run has just confirmed that results are withheld: it says on which ground, and nothing is published after it.</summary>
    public static bool IsWithholding(WorkflowDefinition definition, StepRun run, Pack pack) =>
        run is { State: RunState.Done, Content: not null } && IsRedaction(definition.Step(run.Step), pack) && !LeadsToPublication(definition, definition.Step(run.Step)!);

    /// <summary>The statements; the register notes what was told.</summary>
    public static async Task<IReadOnlyList<StatementDraft>> OfAsync(ToldTask task, string? target, CancellationToken cancel)
    {
        InspectionRow[] rows = [.. (await InspectionQueries.OfAsync(task.Connection, task.Instance, null, InspectionQueries.MostOfAll, cancel))
            .Where(row => row.State is not "cancelled" && row.Result > row.Published && (target is null || string.Equals(row.Target, target, StringComparison.Ordinal)))];
        if (rows.Length == 0)
            return [];
        var results = (await InspectionQueries.ResultsAsync(task.Connection, task.Instance, target, cancel)).ToLookup(result => result.Target, StringComparer.Ordinal);
        var shown = await InspectionQueries.ShownAsync(task.Connection, task.Pack.Jurisdiction.Folder, [.. rows.Select(row => KeyOf(row.Key))], cancel);
        var draw = (await DrawTable.OfInstanceAsync(task.Connection, task.Instance, cancel)).LastOrDefault(draw => draw.What is "targets" && draw.SupersededBy is null && Drawn.Contains(draw.Stage, StringComparer.Ordinal))?.Number;
        var (ground, leftOut) = Decided(task);
        await InspectionTable.PublishedAsync(task.Connection, task.Instance, [.. rows.Select(row => (row.Target, row.Result))], cancel);
        return [.. rows.Select(row => new StatementDraft(Statement(task, row, results[row.Target].Last(), draw, ground, leftOut, shown.Contains(KeyOf(row.Key)))))];
    }

    /// <summary>The key of a target's record: its address, and never that of another.</summary>
    public static string KeyOf(InspectionKey key)
    {
        var target = string.Concat(key.Target.Select(letter => char.IsControl(letter) || letter is '?' or '#' or '%' or '\\' or '/' ? '_' : letter));
        var name = string.Create(CultureInfo.InvariantCulture, $"task-{key.Instance}/{target}");
        return string.Equals(target, key.Target, StringComparison.Ordinal) && name.Length <= Core.Publication.Statement.LongestKey
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"task-{key.Instance}/{target[..Math.Min(60, target.Length)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Target)))[..16]}");
    }

    private static Statement Statement(ToldTask task, InspectionRow row, ResultRow result, string? draw, string? ground, IReadOnlyList<string> leftOut, bool isShown)
    {
        var key = KeyOf(row.Key);
        if (ground is not null)
            return new(StatementKind.Result, key, StatementAct.Withhold, "", "{}", task.Today, row.Lead, null, ground);
        var body = new ResultBody(row.Instance, row.Target, row.Name, row.Lead, draw, InspectionJson.Read<JointResult>(result.Content));
        var title = leftOut.Contains("name", StringComparer.Ordinal) ? row.Target : row.Name ?? row.Target;
        return isShown
            ? new(StatementKind.Result, key, StatementAct.Correct, title, body.Write(task.Pack, leftOut), task.Today, row.Lead, result.Reason ?? "检查结果更新")
            : new(StatementKind.Result, key, StatementAct.Publish, title, body.Write(task.Pack, leftOut), task.Today, row.Lead);
    }

    /// <summary>What the last word on withholding or redaction was; neither, when everything is published.</summary>
    private static (string? Ground, IReadOnlyList<string> LeftOut) Decided(ToldTask task)
    {
        var said = task.State.Runs.Values.LastOrDefault(run => run is { State: RunState.Done, Content: not null } && IsRedaction(task.Definition.Step(run.Step), task.Pack));
        if (said is null)
            return (null, []);
        using var json = JsonDocument.Parse(said.Content!);
        return IsWithholding(task.Definition, said, task.Pack) ? (TextOf(json, Ground), []) : (null, ResultBody.LeftOut(TextOf(json, Parts)));
    }

    private static bool IsRedaction(Step? step, Pack pack) =>
        VisitSteps.FormOf(step, pack) is { } form && form.Fields.Any(field => field.Id is Parts) && form.Fields.Any(field => field.Id is Ground);

    private static bool LeadsToPublication(WorkflowDefinition definition, Step step) => step.Ways.Any(way => definition.Step(way.To) is Step.Publish);

    private static string TextOf(JsonDocument json, string field) =>
        json.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : "依法不予公开";
}
