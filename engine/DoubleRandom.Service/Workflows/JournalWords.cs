using DoubleRandom.Core;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Service.Workflows;

/// <summary>Puts journals into words, with the names that the definition gives its steps and outcomes.</summary>
internal sealed class JournalWords(WorkflowDefinition definition, WorkflowInstance state)
{
    private static readonly Bilingual[] Nothing = [];

    /// <summary>One entry in words.</summary>
    public JournalLine Of(JournalEntry entry)
    {
        var (step, frame) = About(entry);
        return new(entry.Version, entry.At, entry.By, entry.Unit, step, frame is { } number && state.Frames.TryGetValue(number, out var known) ? known.Path : "", Text(entry), Reasons(entry));
    }

    private (string? Step, int? Frame) About(JournalEntry entry) => entry switch
    {
        JournalEntry.Opened opened => (opened.Step, opened.Frame),
        JournalEntry.Finished finished => OfRun(finished.Run),
        JournalEntry.Taken taken => OfRun(taken.Run),
        JournalEntry.Held held => OfRun(held.Run),
        JournalEntry.Handed handed => OfRun(handed.Run),
        JournalEntry.Dated dated => OfRun(dated.Run),
        JournalEntry.Attached attached => OfRun(attached.Run),
        JournalEntry.Commented { Run: { } run } => OfRun(run),
        JournalEntry.Passed passed => (passed.Step, passed.Frame),
        JournalEntry.EndReached reached => (reached.Step, reached.Frame),
        JournalEntry.Arrived arrived => (arrived.Step, arrived.Frame),
        JournalEntry.Split split => (split.Step, split.Parent),
        JournalEntry.Batched batched => (batched.Step, batched.Parent),
        JournalEntry.ItemEnded ended => (null, ended.Frame),
        _ => (null, null),
    };

    private Bilingual Text(JournalEntry entry) => entry switch
    {
        JournalEntry.Started started => new($"启动，事项：{started.Subject}", $"started, about {started.Subject}"),
        JournalEntry.Opened opened => Step(opened.Step, opened.DueOn is { } due ? ($"待办理，期限 {due.Iso()}", $"is open, due {due.Iso()}") : ("待办理", "is open")),
        JournalEntry.Finished finished => Step(OfRun(finished.Run).Step, ($"办结：{Outcome(finished).Zh}", $"was finished: {Outcome(finished).En}")),
        JournalEntry.Taken taken => Step(OfRun(taken.Run).Step, ("被取消", "was taken away")),
        JournalEntry.Passed passed => Step(passed.Step, ($"通过：{Way(passed.Step, passed.Outcome).Zh}", $"was passed: {Way(passed.Step, passed.Outcome).En}")),
        JournalEntry.Split split => Step(split.Step, ($"分出 {split.Branches.Count} 条分支", $"began {split.Branches.Count} branches")),
        JournalEntry.Arrived arrived => Step(arrived.Step, ("一条分支到达", "was reached by a branch")),
        JournalEntry.EndReached reached => Step(reached.Step, ($"到达，结果：{reached.Outcome}", $"was reached with the outcome {reached.Outcome}")),
        JournalEntry.Batched batched => Step(batched.Step, ($"对 {batched.Items.Count} 个对象展开", $"began for {batched.Items.Count} items")),
        JournalEntry.ItemsAdded added => new($"增加 {added.Items.Count} 个对象", $"{added.Items.Count} items were added"),
        JournalEntry.ItemEnded ended => new($"对象办完，结果：{ended.Outcome}", $"the item ended with the outcome {ended.Outcome}"),
        JournalEntry.Joined joined => new($"汇合，继续：{joined.Outcome}", $"enough was gathered, and it went on: {joined.Outcome}"),
        JournalEntry.Closed => new("分支全部结束", "nothing in it goes on any more"),
        JournalEntry.Held { Person: null } held => Step(OfRun(held.Run).Step, ("放回待办", "was put back")),
        JournalEntry.Held held => Step(OfRun(held.Run).Step, held.IsDelegated ? ($"委托 {held.Person} 办理", $"was delegated to {held.Person}") : ($"由 {held.Person} 认领", $"was claimed by {held.Person}")),
        JournalEntry.Handed handed => Step(OfRun(handed.Run).Step, ($"改派 {handed.To}", $"was handed to {handed.To}")),
        JournalEntry.Dated dated => Step(OfRun(dated.Run).Step, dated.DueOn is { } on ? ($"期限改为 {on.Iso()}", $"is due {on.Iso()} now") : ("期限取消", "has no due day any more")),
        JournalEntry.ListSet list => new($"名单“{list.Name}”定为 {list.Items.Count} 项", $"the list \"{list.Name}\" was set to {list.Items.Count} items"),
        JournalEntry.Told told => new($"发生事件“{told.Event}”，{told.On.Iso()}", $"the event \"{told.Event}\" happened on {told.On.Iso()}"),
        JournalEntry.Acted acted => Action(acted.Action),
        JournalEntry.Commented commented => new($"备注：{commented.Text}", $"remark: {commented.Text}"),
        JournalEntry.Attached attached => Step(OfRun(attached.Run).Step, ($"附上文件“{attached.Name}”", $"got the file \"{attached.Name}\"")),
        JournalEntry.Ended { Outcome: { } outcome } => new($"流程结束，结果：{outcome}", $"the workflow ended with the outcome {outcome}"),
        JournalEntry.Ended => new("流程取消", "the workflow was cancelled"),
        JournalEntry.Moved => new("迁移到新版本", "moved to another version of the definition"),
        _ => new(entry.GetType().Name, entry.GetType().Name),
    };

    private static IReadOnlyList<Bilingual> Reasons(JournalEntry entry) => entry switch
    {
        JournalEntry.Opened opened => opened.Reasons,
        JournalEntry.Passed passed => passed.Reasons,
        JournalEntry.Finished { Reason: { } reason } => [new(reason, reason)],
        JournalEntry.Taken taken => [new(taken.Reason, taken.Reason)],
        JournalEntry.Held { Reason: { } reason } => [new(reason, reason)],
        JournalEntry.Handed handed => [new(handed.Reason, handed.Reason)],
        JournalEntry.Dated { Reason: { } reason } => [new(reason, reason)],
        JournalEntry.Acted acted => [new(acted.Reason, acted.Reason)],
        JournalEntry.Ended { Reason: { } reason } => [new(reason, reason)],
        _ => Nothing,
    };

    private (string? Step, int? Frame) OfRun(int run) => state.Runs.TryGetValue(run, out var known) ? (known.Step, known.Frame) : (null, null);

    private Bilingual Step(string? id, (string Zh, string En) what)
    {
        var name = NameOf(id ?? "");
        return new($"“{name.Zh}”{what.Zh}", $"\"{name.En}\" {what.En}");
    }

    private Bilingual Outcome(JournalEntry.Finished finished) => Way(OfRun(finished.Run).Step ?? "", finished.Outcome);

    private Bilingual Way(string step, string outcome) =>
        definition.Step(step)?.Ways.FirstOrDefault(way => string.Equals(way.Id, outcome, StringComparison.Ordinal))?.Name ?? new(outcome, outcome);

    private Bilingual Action(string id) => definition.Actions.FirstOrDefault(action => string.Equals(action.Id, id, StringComparison.Ordinal))?.Name ?? new(id, id);

    private Bilingual NameOf(string step) => definition.Step(step)?.Name ?? new(step, step);
}
