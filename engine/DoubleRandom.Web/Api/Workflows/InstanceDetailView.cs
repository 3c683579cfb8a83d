using DoubleRandom.Core;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>A file on a task.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Run">Number of the task.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type as the sender gave it.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="AttachedBy">Who attached it.</param>
/// <param name="AttachedAt">When (UTC).</param>
/// <param name="Href">Where to download it.</param>
public sealed record WorkflowFileView(long Id, int Run, string Name, string MediaType, string Sha256, long Bytes, string AttachedBy, DateTimeOffset AttachedAt, string Href)
{
    /// <summary>A file of an instance.</summary>
    public static WorkflowFileView Of(WorkflowFileRow row) =>
        new(row.Id, row.Run, row.Name, row.MediaType, row.Sha256, row.Bytes, row.AttachedBy, row.AttachedAt, $"/api/v1/workflow-instances/{row.Instance}/files/{row.Id}");
}

/// <summary>The items of a for-each that still goes on; more can be added to them.</summary>
/// <param name="Frame">Its number, by which items are added.</param>
/// <param name="Step">Id of the for-each.</param>
/// <param name="Item">Path of the enclosing item; empty outside.</param>
/// <param name="Total">How many items it has.</param>
/// <param name="Live">How many still go on.</param>
/// <param name="Outcomes">How many ended with which outcome.</param>
public sealed record BatchView(int Frame, string Step, string Item, int Total, int Live, IReadOnlyDictionary<string, int> Outcomes)
{
    /// <summary>The open batches of an instance.</summary>
    public static IReadOnlyList<BatchView> OfAll(WorkflowInstance state) =>
        [.. state.Frames.Values.Where(frame => frame is { Kind: FrameKind.Batch, IsClosed: false })
            .Select(frame => new BatchView(frame.Number, frame.Step, frame.Path, frame.Total, frame.Live, frame.Outcomes))];
}

/// <summary>An instance with everything that belongs to it.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Cast">Units by role, for this instance alone.</param>
/// <param name="Lists">Its lists: participants, targets.</param>
/// <param name="Content">What the start handed over; null for nothing.</param>
/// <param name="Tasks">What waits for people, then what waited; at most 500.</param>
/// <param name="Batches">The items that still go on.</param>
/// <param name="Actions">What its workflow lets people do beside the steps.</param>
/// <param name="Files">Its files.</param>
/// <param name="Children">Numbers of the instances that it called.</param>
/// <param name="Journal">The newest lines of its journal in words, oldest first.</param>
/// <param name="Earlier">How many lines lie before them.</param>
public sealed record InstanceDetailView(
    InstanceView Instance, IReadOnlyDictionary<string, IReadOnlyList<string>> Cast, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, System.Text.Json.JsonElement? Content,
    IReadOnlyList<TaskView> Tasks, IReadOnlyList<BatchView> Batches, IReadOnlyList<ActionView> Actions, IReadOnlyList<WorkflowFileView> Files, IReadOnlyList<long> Children,
    IReadOnlyList<JournalLine> Journal, long Earlier)
{
    /// <summary>An instance as the engine reads it.</summary>
    public static InstanceDetailView Of(InstanceDetail detail) => new(
        InstanceView.Of(detail.Line), detail.State.Cast, detail.State.Lists, detail.State.StartContent is { } content ? System.Text.Json.JsonElement.Parse(content) : null,
        [.. detail.Tasks.Select(TaskView.Of)], BatchView.OfAll(detail.State), [.. detail.Definition.Actions.Select(action => ActionView.Of(action, detail.Pack))],
        [.. detail.Files.Select(WorkflowFileView.Of)], detail.Children, detail.Journal, detail.Earlier);
}
