using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Asks guards and rules, with what is known at a step.</summary>
internal sealed class Questions(Course course)
{
    private Ledger Ledger => course.Ledger;

    /// <summary>The guards that do not hold, in words.</summary>
    /// <param name="guards">The guards.</param>
    /// <param name="step">The step that asks.</param>
    /// <param name="frame">Where.</param>
    /// <param name="brought">What comes with the command; null for nothing.</param>
    public IReadOnlyList<Refusal> Unmet(IEnumerable<Guard> guards, string step, int frame, Brought? brought = null) =>
        [.. guards.Select(guard => Unmet(guard, step, frame, brought)).OfType<Refusal>()];

    /// <summary>The way of a wait that an event takes, if its guards hold.</summary>
    public Way? WayOn(Step step, string name, int frame) => step.Ways.FirstOrDefault(
        way => way.OnEvents.Contains(name, StringComparer.Ordinal) && Unmet(way.Guards, step.Id, frame).Count == 0);

    /// <summary>What a decision comes to without a person: the word of its rule set, or the first way whose guards hold.</summary>
    public Verdict Choose(Step.Decision step, int frame)
    {
        if (step.RuleSet is { } rules)
            return course.Context.Rules.Decide(rules, Facts(step.Id, frame));
        var reasons = new List<Bilingual>();
        foreach (var way in step.Ways)
        {
            var unmet = Unmet(way.Guards, step.Id, frame);
            if (unmet.Count == 0)
                return new(way.Id, reasons);
            reasons.AddRange(unmet.Select(refusal => refusal.Problem));
        }

        return Verdict.Undetermined(reasons);
    }

    private Refusal? Unmet(Guard guard, string step, int frame, Brought? brought) => guard switch
    {
        Guard.Rules rules => Unmet(rules, course.Context.Rules.Decide(rules.RuleSet, Facts(step, frame, brought)), step),
        Guard.Done done => Around(frame).Any(f => f.Done.ContainsKey(done.Step)) ? null : WorkflowRefusals.NotDone(done, course.Definition.Step(done.Step), step),
        Guard.Open open => Around(frame).Any(f => HasOpen(f, open.Step)) ? null : WorkflowRefusals.NotOpen(open, course.Definition.Step(open.Step), step),
        Guard.Happened happened => Ledger.HappenedOn(happened.Event, Ledger.Frame(frame).Path) is not null ? null : WorkflowRefusals.NotHappened(happened, step),
        _ => throw new InvalidOperationException($"No question for the guard {guard.GetType().Name}."),
    };

    private static Refusal? Unmet(Guard.Rules guard, Verdict verdict, string step) =>
        string.Equals(verdict.Word, guard.Is, StringComparison.Ordinal) ? null : WorkflowRefusals.RulesSay(guard, verdict, step);

    /// <summary>A frame and those that enclose it. The open steps of a fork's branches lie in frames of their own, so a look downwards belongs to it.</summary>
    private IEnumerable<Frame> Around(int frame)
    {
        for (; frame >= 0; frame = Ledger.Frame(frame).Parent)
            yield return Ledger.Frame(frame);
    }

    private bool HasOpen(Frame frame, string step) =>
        frame.Runs.Any(run => string.Equals(Ledger.Run(run).Step, step, StringComparison.Ordinal))
        || frame.Frames.Select(Ledger.Frame).Any(child => child.Kind == FrameKind.Split && HasOpen(child, step));

    /// <summary>What is known at a step.</summary>
    /// <param name="step">The step that asks.</param>
    /// <param name="frame">Where.</param>
    /// <param name="brought">What comes with the command; null for nothing.</param>
    public WorkflowFacts Facts(string step, int frame, Brought? brought = null)
    {
        var path = Ledger.Frame(frame).Path;
        return new(
            course.Definition.Id, Ledger.Subject, step, path.Length == 0 ? [] : path.Split('/'), course.Context.Today, brought?.Over(Ledger.Lists) ?? Ledger.Lists,
            asked => string.Equals(asked, step, StringComparison.Ordinal) && brought?.Content is { } content ? content : asked.Length == 0 ? Ledger.StartContent : Ledger.ContentOf(asked, frame));
    }
}
