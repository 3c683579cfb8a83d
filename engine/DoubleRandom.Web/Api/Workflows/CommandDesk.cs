using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Takes commands from requests to the engine, and its word back; whoever came too late is told what happened in between.</summary>
internal sealed class CommandDesk(WorkflowDesk desk, WorkflowReader reader, NpgsqlDataSource source)
{
    private const int MostChanges = 200;

    /// <summary>Reads a command, gives it to the instance, and answers.</summary>
    public async Task<IResult> GiveAsync<T>(HttpRequest request, long instance, Func<T, WorkflowCommand> command, CancellationToken cancel)
        where T : CommandRequest
    {
        var (asked, problem) = await WorkflowBody.ReadAsync<T>(request, cancel);
        if (asked is null)
            return problem!;
        var (wanted, person, key) = (command(asked), asked.PersonOf(request), IdempotencyKey.Of(request));
        if (key is null && wanted is WorkflowCommand.Comment comment && await IsThereAsync(instance, comment, person, cancel) && await ReceiptAsync(instance, cancel) is { } there)
            return Results.Ok(there);
        return await AnswerAsync(await desk.GiveAsync(instance, wanted, person, cancel, key), instance, wanted.Version, cancel);
    }

    /// <summary>The receipt; or the problem, with what happened since the version that was seen.</summary>
    public async Task<IResult> AnswerAsync(Answer<WorkflowReceipt> answer, long instance, long seen, CancellationToken cancel)
    {
        if (answer.IsDone)
            return Results.Ok(answer.Value);
        var problem = ProblemResult.Of(answer.Refusals);
        return problem.IsConflict ? ProblemResult.Of(answer.Refusals, await ChangesAsync(instance, seen, cancel)) : problem;
    }

    private async Task<IReadOnlyList<ProblemChange>?> ChangesAsync(long instance, long seen, CancellationToken cancel)
    {
        var detail = await reader.InstanceAsync(instance, MostChanges, cancel);
        ProblemChange[] changes = [.. (detail?.Journal ?? []).Where(line => line.Version > seen).Select(line => new ProblemChange(line.Version, line.At, line.By, line.Text))];
        return changes.Length == 0 ? null : changes;
    }

    /// <summary>A remark never gets stale, so its version does not keep it from standing twice when a client that lost its connection sends it again.</summary>
    private async Task<bool> IsThereAsync(long instance, WorkflowCommand.Comment comment, WorkflowPerson person, CancellationToken cancel)
    {
        var since = await source.ReadAsync(connection => JournalTable.AfterAsync(connection, instance, comment.Version, comment.Version + MostChanges, cancel), cancel);
        return since.OfType<JournalEntry.Commented>().Any(entry =>
            entry.Run == comment.Run && string.Equals(entry.Text, comment.Text, StringComparison.Ordinal)
            && string.Equals(entry.By, person.Name, StringComparison.Ordinal) && string.Equals(entry.Unit, person.Unit, StringComparison.Ordinal));
    }

    private async Task<WorkflowReceipt?> ReceiptAsync(long instance, CancellationToken cancel) => await reader.InstanceAsync(instance, 1, cancel) is { Line: var line }
        ? new(instance, line.Row.Version, line.Row.Status, line.Row.Outcome, line.OpenSteps.ToDictionary(step => step.Step, step => step.Times, StringComparer.Ordinal), [])
        : null;
}
