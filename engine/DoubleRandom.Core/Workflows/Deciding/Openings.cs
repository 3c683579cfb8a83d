using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Opens steps with their days, tells the world, and takes back what was told when they are over.</summary>
internal sealed class Openings(Course course)
{
    private Ledger Ledger => course.Ledger;

    public StepRun Open(Step step, int frame, IReadOnlyList<Bilingual> reasons)
    {
        var item = Ledger.Frame(frame).Path;
        var today = course.Context.Today;
        var due = DayOf(step.Due, today, frame);
        var number = Ledger.NextRun;
        course.Note(new JournalEntry.Opened(
            number, step.Id, frame, today, due?.DueOn, [.. step.Ways.SelectMany(way => way.OnEvents).Distinct(StringComparer.Ordinal)],
            Dates(step, today, frame).Select(pair => (DateOnly?)pair.On).Min())
        { Reasons = reasons });
        var run = Ledger.Run(number);
        if (IsShown(step))
            Show(run, step);
        Request(step, number, frame);
        if (due is not null)
            course.Carry(new Effect.SetDeadline(number, step.Id, item, Assigned(step, run), due, step.Ladder));
        return run;
    }

    /// <summary>Shows a task, or shows it anew after it changed hands.</summary>
    public void Show(StepRun run, Step step) =>
        course.Carry(new Effect.OpenTask(run.Number, run.Step, Ledger.Frame(run.Frame).Path, Assigned(step, run), step.Form, run.DueOn));

    public void Withdraw(StepRun run, Step step, bool isMet, string reason = "")
    {
        if (IsShown(step))
            course.Carry(new Effect.CloseTask(run.Number));
        if (run.DueOn is not null)
            course.Carry(new Effect.WithdrawDeadline(run.Number, isMet));
        if (step is Step.Call && !isMet)
            course.Carry(new Effect.CancelChild(run.Number, reason));
    }

    /// <summary>The way that the date of a wait takes: that of the earliest date.</summary>
    public Way? WayOfDate(Step step, StepRun run) => Dates(step, run.OpenedOn, run.Frame).OrderBy(pair => pair.On).Select(pair => pair.Way).FirstOrDefault();

    /// <summary>Works out anew the days of open steps that count from an event which has just happened.</summary>
    public void DateAgain(string name, string item)
    {
        var steps = course.Definition.Steps.Where(step => CountsFrom(step, name)).Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        if (steps.Count == 0)
            return;
        foreach (var run in OpenIn(0).Where(run => steps.Contains(run.Step) && (item.Length == 0 || string.Equals(Ledger.Frame(run.Frame).Path, item, StringComparison.Ordinal))).ToArray())
            DateAgain(run);
    }

    /// <summary>Works out anew the days of every open step.</summary>
    public void DateAgain()
    {
        foreach (var run in OpenIn(0).ToArray())
            DateAgain(run);
    }

    /// <summary>The rule's own day moved to one that somebody granted, so that it can still be explained.</summary>
    public Occurrence Granted(StepRun run, Step step, DateOnly dueOn)
    {
        var own = DayOf(step.Due, run.OpenedOn, run.Frame) ?? Fixed(run.OpenedOn, dueOn);
        return own with { DueOn = dueOn };
    }

    public void Deadline(StepRun run, Step step, Occurrence occurrence) =>
        course.Carry(new Effect.SetDeadline(run.Number, run.Step, Ledger.Frame(run.Frame).Path, Assigned(step, run), occurrence, step.Ladder));

    internal Assignment Assigned(Step step, StepRun run)
    {
        if (run.Unit is { } unit)
            return new(null, [unit], step.Owner?.Function, run.Person);
        var units = UnitsOf(step.Owner, run.Frame);
        return new(units.Count == 0 ? step.Owner?.Role : null, units, step.Owner?.Function, run.Person);
    }

    /// <summary>The units that an owner means, where the instance knows them; none when only the pack does.</summary>
    public IReadOnlyList<string> UnitsOf(Owner? owner, int frame) => owner switch
    {
        null => [],
        { Unit: { } unit } => [unit],
        { IsStarter: true } => Ledger.StarterUnit.Length == 0 ? [] : [Ledger.StarterUnit],
        { ItemOf: { } list } => ItemOf(list, frame) is { } item ? [item] : [],
        { Role: { } role } => Ledger.Cast.GetValueOrDefault(role) ?? [],
        _ => [],
    };

    /// <summary>Whether a step is a task for somebody, rather than something that only the engine waits for.</summary>
    public static bool IsShown(Step step) => step is Step.Task or Step.Decision || (step.Owner is not null && step is (Step.Draw or Step.Publish));

    private void DateAgain(StepRun run)
    {
        if (course.Definition.Step(run.Step) is not { } step || run.IsPostponed)
            return;
        var due = DayOf(step.Due, run.OpenedOn, run.Frame);
        var wakes = Dates(step, run.OpenedOn, run.Frame).Select(pair => (DateOnly?)pair.On).Min();
        if (due?.DueOn == run.DueOn && wakes == run.WakesOn)
            return;
        course.Note(new JournalEntry.Dated(run.Number, due?.DueOn, wakes, null));
        if (due is not null)
            Deadline(run, step, due);
        else if (run.DueOn is not null)
            course.Carry(new Effect.WithdrawDeadline(run.Number, false));
    }

    private string? ItemOf(string list, int frame)
    {
        for (; frame > 0; frame = Ledger.Frame(frame).Parent)
            if (Ledger.Frame(frame) is { Kind: FrameKind.Item } item && course.Definition.Step(item.Step) is Step.ForEach each && string.Equals(each.Over, list, StringComparison.Ordinal))
                return item.Path[(item.Path.LastIndexOf('/') + 1)..];
        return null;
    }

    private void Request(Step step, int run, int frame)
    {
        var item = Ledger.Frame(frame).Path;
        if (step is Step.Draw draw)
            course.Carry(new Effect.RequestDraw(run, draw.What, item));
        else if (step is Step.Publish publish)
            course.Carry(new Effect.Publish(run, publish.What, item));
        else if (step is Step.Call call)
            course.Carry(new Effect.StartChild(run, call.Workflow, Ledger.Subject, item) { Content = course.Context.Rules.Handover(new Questions(course).Facts(step.Id, frame)) });
    }

    private IEnumerable<(Way Way, DateOnly On)> Dates(Step step, DateOnly openedOn, int frame)
    {
        foreach (var way in step.Ways)
            if (way.OnDate is not null && DayOf(way.OnDate, openedOn, frame) is { } occurrence)
                yield return (way, occurrence.DueOn);
    }

    private Occurrence? DayOf(Due? due, DateOnly openedOn, int frame) => due switch
    {
        null => null,
        { Field: { } field } => FormDate.Of(Ledger.ContentOf(field.Step, frame), field.Name) is { } on ? Fixed(openedOn, on) : null,
        _ => course.Context.Dates.Of(due, openedOn, name => Ledger.HappenedOn(name, Ledger.Frame(frame).Path)),
    };

    private static Occurrence Fixed(DateOnly openedOn, DateOnly dueOn) => new("", openedOn, dueOn, dueOn, null, false) { Rule = new When.Once([dueOn]) };

    private IEnumerable<StepRun> OpenIn(int frame) =>
        Ledger.Frame(frame).Runs.Select(Ledger.Run).Concat(Ledger.Frame(frame).Frames.SelectMany(OpenIn));

    private static bool CountsFrom(Step step, string name) =>
        step.Ways.Select(way => way.OnDate).Append(step.Due).OfType<Due>().Any(due => due.When.Entries.Any(entry => entry.Value.Events.Contains(name, StringComparer.Ordinal)));
}
