using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>Gathers the page of one instance: whatever its size, so many tasks and lines and no more.</summary>
internal sealed class InstanceReader(NpgsqlDataSource source, WorkflowReader reader, DrawReader draws, RunningPacks packs, TimeProvider time)
{
    private const int MostTasks = 40;
    private const int MostWaits = 20;
    private const int FewLines = 60;
    private const int MostLines = 500;

    /// <summary>The page; null when there is no such instance, or its version cannot be read here.</summary>
    /// <param name="id">Number of the instance.</param>
    /// <param name="task">Number of the open step whose form is wanted; null for the one that is due first.</param>
    /// <param name="isLong">Whether the long journal is wanted.</param>
    /// <param name="deed">What the reader just tried, by the jurisdiction's folder.</param>
    /// <param name="done">What was just done.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<InstanceView?> ReadAsync(long id, int? task, bool isLong, Func<string, Deed> deed, string done, CancellationToken cancel)
    {
        if (await reader.InstanceAsync(id, isLong ? MostLines : FewLines, cancel) is not { } detail)
            return null;
        var running = packs.Of(detail.Line.Row.Jurisdiction) ?? detail.Pack;
        var open = await reader.TasksAsync(new(Instance: id, Limit: MostTasks), cancel);
        var waits = detail.State.OpenRuns.Where(run => detail.Definition.Step(run.Step) is Step.Wait or Step.Call).Take(MostWaits).ToArray();
        var tried = deed(detail.Line.Row.Jurisdiction);
        var chosen = Open(detail.State, tried.Run) ?? Open(detail.State, task) ?? Open(detail.State, open.Count > 0 ? open[0].Row.Run : null);
        var today = JurisdictionZone.Of(running.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        return new(detail, running, open, detail.Line.OpenSteps.Sum(step => step.Times), waits, chosen is null ? null : await ChosenAsync(detail, chosen, today, cancel), today, tried, done);
    }

    /// <summary>The instance without its journal: what a form on the page may post. Null when there is none.</summary>
    public Task<InstanceDetail?> DetailAsync(long id, CancellationToken cancel) => reader.InstanceAsync(id, 1, cancel);

    private static StepRun? Open(WorkflowInstance state, int? run) =>
        run is { } number && state.Runs.GetValueOrDefault(number) is { State: RunState.Open } open ? open : null;

    private async Task<ChosenStep?> ChosenAsync(InstanceDetail detail, StepRun run, DateOnly today, CancellationToken cancel)
    {
        if (detail.Definition.Step(run.Step) is not { } step)
            return null;
        var task = await source.ReadAsync(connection => WorkflowQueries.TaskAsync(connection, detail.Line.Row.Id, run.Number, cancel), cancel);
        var people = detail.Tasks.FirstOrDefault(line => line.Row.Run == run.Number)?.People ?? [];
        return new(run, step, task, people, step.Form is { } form ? detail.Pack.Forms.GetValueOrDefault(form) : null, detail.State.Frames[run.Frame].Path)
        {
            Suggested = step is Step.Task { Suggest: Participation.BusinessScope } ? await draws.ParticipantsAsync(detail, today, cancel) : null,
        };
    }
}
