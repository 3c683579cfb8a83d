using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>
/// Keeps the register of inspections in step with the workflows, in the transaction of each command: a visit that opens becomes an inspection, one that is finished by hand
/// leaves its result, one that is taken away is cancelled; and where results are withheld, the public is told that, and on which ground.
/// </summary>
public sealed class InspectionRegister
{
    internal async Task FollowAsync(CommandChain chain)
    {
        foreach (var handling in chain.Changed.Where(handling => VisitSteps.Any(handling.Definition, handling.Pack)).ToArray())
        {
            await OpenAsync(chain, handling);
            await CloseAsync(chain, handling);
            if (handling.ClosedRuns.Any(run => ResultDrafts.IsWithholding(handling.Definition, handling.State.Runs[run], handling.Pack)))
                chain.Said.AddRange(await ResultDrafts.OfAsync(new(chain.Connection, handling.Id, handling.Pack, handling.Definition, handling.State, chain.Today), null, chain.Cancel));
        }
    }

    private static async Task OpenAsync(CommandChain chain, Handling handling)
    {
        StepRun[] visits = [.. handling.NewRuns.Order().Select(run => handling.State.Runs[run]).Where(run => IsVisit(handling, run) && run.State == RunState.Open)];
        if (visits.Length == 0)
            return;
        var plan = InspectionPlan.Of(handling.Definition, handling.State, handling.Pack, visits[0]);
        var departments = InspectionJson.Write(plan.Departments);
        await InspectionTable.OpenAsync(
            chain.Connection,
            [.. visits.Select(run => new InspectionRow
            {
                Instance = handling.Id,
                Target = TargetOf(handling, run),
                Jurisdiction = handling.Row.Jurisdiction,
                Workflow = handling.Definition.Id,
                Subject = handling.State.Subject,
                Run = run.Number,
                Lead = plan.Lead,
                Departments = departments,
                State = "open",
                OpenedAt = chain.Now,
            })],
            chain.Cancel);
        await InspectionTable.TakeDrawnAsync(chain.Connection, handling.Id, [.. visits.Select(run => TargetOf(handling, run))], chain.Cancel);
    }

    private static async Task CloseAsync(CommandChain chain, Handling handling)
    {
        StepRun[] closed = [.. handling.ClosedRuns.Order().Select(run => handling.State.Runs[run]).Where(run => IsVisit(handling, run))];
        foreach (var run in closed.Where(run => run.State == RunState.Done))
            await FinishAsync(chain, handling, run);
        int[] cancelled = [.. closed.Where(run => run.State == RunState.Cancelled).Select(run => run.Number)];
        if (cancelled.Length > 0)
            await InspectionTable.CancelAsync(chain.Connection, handling.Id, cancelled, chain.Cancel);
    }

    private static async Task FinishAsync(CommandChain chain, Handling handling, StepRun run)
    {
        var key = new InspectionKey(handling.Id, TargetOf(handling, run));
        if (await InspectionQueries.GetAsync(chain.Connection, key, chain.Cancel) is not { } row)
            return; // Its visit was opened before there was a register.
        if (ByHand(handling, run) is { } said && !string.Equals(said.Category, row.Category, StringComparison.Ordinal))
            await ReplaceAsync(chain, row, said);
        await InspectionTable.StateAsync(chain.Connection, key, "done", chain.Now, chain.Cancel);
    }

    /// <summary>The officer who finishes the task has the last word; what the departments recorded stays beside it.</summary>
    private static async Task ReplaceAsync(CommandChain chain, InspectionRow row, (string Category, DateOnly On) said)
    {
        var departments = InspectionJson.Read<DepartmentItems[]>(row.Departments);
        var answers = Answers.Of(departments, await InspectionQueries.RecordsAsync(chain.Connection, row.Instance, row.Target, chain.Cancel), []);
        var result = new JointResult(said.Category, said.On, [.. departments.Where(department => answers.Records.ContainsKey(department.Unit)).Select(department => DepartmentResult.Of(department, answers.Records[department.Unit]))], IsManual: true);
        var reason = row.Result == 0 ? null : "办结时改定";
        await InspectionTable.ResultAsync(
            chain.Connection, row.Instance, new(row.Target, row.Result + 1, InspectionJson.Write(result), result.Category, result.InspectedOn, reason, chain.Now), chain.Cancel);
    }

    /// <summary>What the task's form says; null when it says nothing of a result.</summary>
    private static (string Category, DateOnly On)? ByHand(Handling handling, StepRun run)
    {
        if (run.Content is null || VisitSteps.FieldOf(handling.Definition.Step(run.Step), ResultCategory.Fact, handling.Pack) is not { } field)
            return null;
        using var json = JsonDocument.Parse(run.Content);
        if (!json.RootElement.TryGetProperty(field.Id, out var category) || category.ValueKind != JsonValueKind.String)
            return null;
        var on = VisitSteps.FormOf(handling.Definition.Step(run.Step), handling.Pack)!.Fields.FirstOrDefault(one => one.Type == FieldType.Date) is { } day
            && json.RootElement.TryGetProperty(day.Id, out var written) && DateOnly.TryParseExact(written.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : run.OpenedOn;
        return (category.GetString()!, on);
    }

    private static bool IsVisit(Handling handling, StepRun run) => VisitSteps.IsVisit(handling.Definition, handling.Definition.Step(run.Step), handling.Pack);

    private static string TargetOf(Handling handling, StepRun run) => handling.State.Frames[run.Frame].Path.Split('/')[^1];
}
