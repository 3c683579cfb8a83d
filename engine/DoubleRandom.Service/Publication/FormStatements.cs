using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Publication;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Publication;

/// <summary>
/// Publishes the form that a procedure was about: the list, the plan, the change, the rules, as they were handed in last outside items. That form alone is
/// public; opinions and filing records beside it are not.
/// </summary>
/// <param name="kind">The kind, whose word is that of the publish steps.</param>
/// <param name="form">Id of the form; null when it is the kind's word.</param>
public sealed class FormStatements(StatementKind kind, string? form = null) : IStatementSource
{
    private readonly string _form = form ?? kind.Word();

    private const int LongestTitle = 200;
    private const int LongestBatch = 40;

    /// <inheritdoc />
    public string What => kind.Word();

    /// <inheritdoc />
    public async Task<IReadOnlyList<StatementDraft>> ComposeAsync(PublishedStep step, CancellationToken cancel)
    {
        var handed = HandedIn(step) ?? await ActedAsync(step, cancel);
        var given = handed is { Content: var content } ? JsonDocument.Parse(content).RootElement : default;
        var title = Title(step, given);
        var body = FormBody.Of(step.Definition.Name, step.State.Subject, handed?.Form, given);
        var unit = step.Pack.Unit(step.State.StarterUnit)?.Id;
        return [new(new(kind, Key(step, await BatchAsync(step, given, cancel)), StatementAct.Publish, title, body.ToJsonString(), step.Today, unit))];
    }

    /// <summary>The last run outside items that handed in the form.</summary>
    private (Form Form, string Content)? HandedIn(PublishedStep step)
    {
        var run = step.State.Runs.Values.LastOrDefault(run =>
            run is { State: RunState.Done, Content: not null } && step.State.Frames[run.Frame].Path.Length == 0 && string.Equals(step.Definition.Step(run.Step)?.Form, _form, StringComparison.Ordinal));
        return run is not null && step.Pack.Forms.TryGetValue(_form, out var handed) ? (handed, run.Content!) : null;
    }

    /// <summary>A change of a running procedure is handed in with the action that makes it.</summary>
    private async Task<(Form Form, string Content)?> ActedAsync(PublishedStep step, CancellationToken cancel)
    {
        var actions = step.Definition.Actions.Where(action => string.Equals(action.Form, _form, StringComparison.Ordinal)).Select(action => action.Id).ToHashSet(StringComparer.Ordinal);
        if (actions.Count == 0 || !step.Pack.Forms.TryGetValue(_form, out var handed))
            return null;
        var journal = await JournalTable.AfterAsync(step.Connection, step.Instance, 0, long.MaxValue, cancel);
        return journal.OfType<JournalEntry.Acted>().LastOrDefault(acted => actions.Contains(acted.Action) && acted.Content is not null) is { } last ? (handed, last.Content!) : null;
    }

    private string Key(PublishedStep step, string? batch)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{What}-{step.Instance}");
        if (kind is StatementKind.PlanChange or StatementKind.Circular) // Each is one by itself, however often the procedure comes by.
            return string.Create(CultureInfo.InvariantCulture, $"{key}-{step.Run.Number}");
        return batch is null ? key : $"{key}-{batch}";
    }

    private static string Title(PublishedStep step, JsonElement given)
    {
        var title = string.Join(' ', new[] { step.Definition.Name.Zh, step.State.Subject, Text(given, "batch"), Text(given, "task") }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return title.Length > LongestTitle ? title[..LongestTitle] : title;
    }

    /// <summary>Each batch of a list is a record of its own; the same batch once more is its next version. It becomes part of an address, which names nobody either.</summary>
    private static async Task<string?> BatchAsync(PublishedStep step, JsonElement given, CancellationToken cancel)
    {
        if (Text(given, "batch") is not { } batch)
            return null;
        var said = (await PersonalWords.OfAsync(step.Connection, step.Jurisdiction, cancel)).Without(batch);
        return new string([.. said.Where(char.IsLetterOrDigit).Take(LongestBatch)]) is { Length: > 0 } word ? word : null;
    }

    private static string? Text(JsonElement given, string field) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
