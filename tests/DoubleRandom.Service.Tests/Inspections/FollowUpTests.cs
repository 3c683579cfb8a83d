using DoubleRandom.Core.Workflows;
using static DoubleRandom.Service.Tests.Inspections.InspectedCounty;

namespace DoubleRandom.Service.Tests.Inspections;

/// <summary>From a result that inspectors recorded to each way in which a problem can be followed up, through the workflows that the pack has.</summary>
public sealed class FollowUpTests
{
    [Fact]
    public async Task RecordedProblem_ReachesRectificationTransferJusticeAndCreditListing()
    {
        await using var county = await AtVisitsAsync();
        await county.AnswerAsync(Shop, "corrected", "一车未年检");
        await county.AnswerAsync(Garage, "false-publicity", "公示信息不实");
        await county.FinishAsync("feed-back", content: """{"findings":"两户","answers-for":true}""", by: Road, item: Other);
        await county.CompileAsync(null, Shop, Garage);

        // Rectification: a time limit, then the re-check, failed; the case comes back to the lead.
        await HandleAsync(county, Shop, "corrected");
        var order = await CalledAsync(county);
        await county.GiveAsync("order", (run, version) => new WorkflowCommand.Complete(run, "done", """{"problem":"未年检","requirement":"年检","rectify-by":"2024-09-20"}""") { Version = version }, instance: order);
        Assert.Equal(new DateOnly(2024, 9, 20), (await county.StateAsync(order)).State.OpenRuns.Single().DueOn);
        await county.GiveAsync("follow", (run, version) => new WorkflowCommand.Complete(run, "reported") { Version = version }, instance: order);
        await county.GiveAsync("recheck", (run, version) => new WorkflowCommand.Complete(run, "failed", """{"rechecked-on":"2024-09-02","finding":"仍未年检"}""") { Version = version }, instance: order);
        await county.GiveAsync("escalate", (run, version) => new WorkflowCommand.Complete(run, "punish") { Version = version }, Head, instance: order);

        // Transfer to the competent body, which takes it and feeds back.
        await HandleAsync(county, Shop, "pending", others: true);
        var transfer = await CalledAsync(county);
        await county.GiveAsync("hand-over", (run, version) => new WorkflowCommand.Complete(run, "to-member", """{"to":"交通局","clue":"无证","ground":"道路运输条例"}""", Lists: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["receivers"] = [Other] }) { Version = version }, instance: transfer);
        await county.GiveAsync("receipt", (run, version) => new WorkflowCommand.Complete(run, "taken") { Version = version }, Road, Other, transfer);
        await county.GiveAsync("feed-back", (run, version) => new WorkflowCommand.Complete(run, "done", """{"outcome":"已立案"}""") { Version = version }, Road, Other, transfer);
        Assert.Equal("ended", (await county.StateAsync(transfer)).Line.Row.Status);

        // Suspected crime: approved by the head within three days, then the receipt of the judicial organs.
        await HandleAsync(county, Garage, "false-publicity", crime: true);
        var justice = await CalledAsync(county);
        await county.GiveAsync("hand-over", (run, version) => new WorkflowCommand.Complete(run, "to-justice", """{"to":"公安局","clue":"伪造","ground":"刑法"}""") { Version = version }, instance: justice);
        Assert.Equal(new DateOnly(2024, 9, 5), (await county.StateAsync(justice)).State.OpenRuns.Single().DueOn);
        await county.GiveAsync("approve-crime", (run, version) => new WorkflowCommand.Complete(run, "approved") { Version = version }, Head, instance: justice);
        await county.GiveAsync("outside-receipt", (run, version) => new WorkflowCommand.Complete(run, "done") { Version = version }, instance: justice);
        await county.GiveAsync("outside-outcome", (run, version) => new WorkflowCommand.Complete(run, "done", """{"outcome":"已受理"}""") { Version = version }, instance: justice);

        Assert.Equal("publish, report", await county.OpenAsync());
        var figures = (await county.Engine.Get<Service.Inspections.InspectionFigures>().TaskAsync(county.Task, default))!;
        Assert.Equal(["rectification", "transfer"], figures.Targets.Single(target => target.Target is Shop).FollowUp!.Ways, StringComparer.Ordinal);
        Assert.True(figures.Targets.Single(target => target.Target is Garage).FollowUp is { IsJustice: true, IsClosed: true });
    }

    [Fact]
    public async Task RecordedDishonesty_IsEnteredInTheCreditLists()
    {
        await using var county = await AtVisitsAsync();
        await county.AnswerAsync(Shop, "unreachable", "登记住所无人");
        await county.AnswerAsync(Garage);
        await county.FinishAsync("feed-back", content: """{"findings":"一户","answers-for":true}""", by: Road, item: Other);
        await county.CompileAsync(null, Shop);
        await HandleAsync(county, Shop, "unreachable");
        await county.FinishAsync("credit", content: """{"list":"abnormal","ground":"登记住所无法联系"}""", item: Shop);
        Assert.Equal(["credit-listing"], (await county.Engine.Get<Service.Inspections.InspectionFigures>().TaskAsync(county.Task, default))!.Targets.Single(target => target.Target is Shop).FollowUp!.Ways, StringComparer.Ordinal);
    }

    private static Task HandleAsync(InspectedCounty county, string target, string category, bool crime = false, bool others = false) => county.FinishAsync(
        "handle", content: $$"""{"category":"{{category}}","suspected-crime":{{Word(crime)}},"others":{{Word(others)}},"rectified":false,"opinion":"处理"}""", item: target);

    private static string Word(bool yes) => yes ? "true" : "false";

    private static Task<long> CalledAsync(InspectedCounty county) => county.Engine.AskAsync<long>("select max(id) from workflow_instance where parent is not null");
}
