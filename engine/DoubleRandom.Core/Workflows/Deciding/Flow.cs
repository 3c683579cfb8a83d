using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Goes along the steps until everything that goes on waits for somebody or something.</summary>
internal sealed class Flow
{
    private const int MostAutomatic = 200_000;
    private const int MostVisits = 100;

    private readonly Stack<(string Step, int Frame)> _arrivals = new();
    private readonly Dictionary<(string Step, int Frame), int> _visits = [];
    private readonly Course _course;
    private int _passed;

    public Flow(Course course)
    {
        _course = course;
        Questions = new(course);
        Openings = new(course);
        Gatherings = new(course, this);
    }

    public Questions Questions { get; }

    public Openings Openings { get; }

    public Gatherings Gatherings { get; }

    public void Go(string step, int frame) => _arrivals.Push((step, frame));

    public void Run()
    {
        while (!_course.IsRefused && _arrivals.TryPop(out var arrival))
            // A frame that closed meanwhile, by a join that was satisfied or an end of the whole, takes its arrivals with it.
            if (!_course.Ledger.Frame(arrival.Frame).IsClosed)
                Enter(arrival.Step, arrival.Frame);
    }

    /// <summary>Finishes an open step and goes on along a way.</summary>
    public void Leave(StepRun run, Step step, Way way, string? content = null, string? reason = null)
    {
        _course.Note(new JournalEntry.Finished(run.Number, way.Id, content, reason));
        Openings.Withdraw(run, step, isMet: true);
        Raise(step.Raises.Concat(way.Raises), run.Frame, name => FormDate.Of(content, step.RaisedOn.GetValueOrDefault(name) ?? way.RaisedOn.GetValueOrDefault(name)));
        Go(way.To, run.Frame);
    }

    /// <summary>Raises events here and for everybody outside; waits for them go on. Inside an item that is a unit they concern that unit, else the unit that acts.</summary>
    /// <param name="events">Ids of the events.</param>
    /// <param name="frame">Where.</param>
    /// <param name="dated">The day that a form gives an event; null for today.</param>
    public void Raise(IEnumerable<string> events, int frame, Func<string, DateOnly?>? dated = null)
    {
        var item = _course.Ledger.Frame(frame).Path;
        var subject = item.Length == 0 ? _course.Ledger.Subject : $"{_course.Ledger.Subject}/{item}";
        var last = item[(item.LastIndexOf('/') + 1)..];
        var unit = _course.Context.Units.ContainsKey(last) ? last : _course.Context.Actor.IsEngine ? null : _course.Context.Actor.Unit;
        foreach (var name in events)
        {
            var on = dated?.Invoke(name) ?? _course.Context.Today;
            _course.Carry(new Effect.RaiseEvent(new PlanEvent(name, on, subject, unit)));
            Hear(name, on, item);
        }
    }

    /// <summary>An event reaches the waits for it: those of its item and of the whole, or all when it concerns the whole.</summary>
    public void Hear(string name, DateOnly on, string item)
    {
        _course.Note(new JournalEntry.Told(name, on, item));
        Openings.DateAgain(name, item);
        var waiting = item.Length == 0 ? _course.Ledger.WaitingAnywhereFor(name) : _course.Ledger.WaitingFor(name, item).Union(_course.Ledger.WaitingFor(name, ""));
        foreach (var run in waiting.Select(_course.Ledger.Run))
            if (run.State == RunState.Open && _course.Definition.Step(run.Step) is { } step && Questions.WayOn(step, name, run.Frame) is { } way)
                Leave(run, step, way);
    }

    private void Enter(string id, int frame)
    {
        if (_course.Definition.Step(id) is not { } step)
            _course.Refuse(WorkflowRefusals.NoStep(id));
        else if (step.Stops)
            Stop(step, frame);
        else if (MayPass(step, frame))
            Pass(step, frame);
    }

    private void Stop(Step step, int frame)
    {
        var run = Openings.Open(step, frame, []);
        // A wait whose date is already past does not wait for tomorrow's sweep.
        if (run.WakesOn <= _course.Context.Today && MayPass(step, frame))
            Wake(run);
    }

    /// <summary>The date of a wait came.</summary>
    public void Wake(StepRun run)
    {
        if (run.State == RunState.Open && _course.Definition.Step(run.Step) is { } step && Openings.WayOfDate(step, run) is { } way && Questions.Unmet(way.Guards, step.Id, run.Frame).Count == 0)
            Leave(run, step, way);
    }

    private void Pass(Step step, int frame)
    {
        switch (step)
        {
            case Step.Decision decision:
                Choose(decision, frame);
                break;
            case Step.Notify notify:
                _course.Carry(new Effect.Notify(step.Id, _course.Ledger.Frame(frame).Path, notify.Audience, notify.Template));
                Follow(step, frame, Way.Done, []);
                break;
            case Step.Fork fork:
                Gatherings.Split(fork, frame);
                break;
            case Step.Join join:
                Gatherings.Arrive(join, frame);
                break;
            case Step.ForEach each:
                Gatherings.Begin(each, frame);
                break;
            case Step.End end:
                Gatherings.End(end, frame);
                break;
            default:
                throw new InvalidOperationException($"The step {step.Id} neither stops nor passes.");
        }
    }

    private void Choose(Step.Decision step, int frame)
    {
        var choice = Questions.Choose(step, frame);
        if (choice.Word is { } word)
            Follow(step, frame, word, choice.Reasons);
        else if (step.Owner is not null)
            Openings.Open(step, frame, choice.Reasons);
        else
            _course.Refuse(WorkflowRefusals.Undetermined(step, choice.Reasons));
    }

    private void Follow(Step step, int frame, string outcome, IReadOnlyList<Bilingual> reasons)
    {
        if (step.WayOf(outcome) is not { } way)
        {
            _course.Refuse(WorkflowRefusals.NoWay(step, outcome));
            return;
        }

        _course.Note(new JournalEntry.Passed(step.Id, frame, way.Id, reasons));
        Raise(step.Raises.Concat(way.Raises), frame);
        Go(way.To, frame);
    }

    /// <summary>Steps that stop for nobody must come to an end: a definition that goes round without a person is stopped, and the command with it.</summary>
    private bool MayPass(Step step, int frame)
    {
        var visits = _visits[(step.Id, frame)] = _visits.GetValueOrDefault((step.Id, frame)) + 1;
        // Every branch of a fork may meet a join, so that only what lies between counts as going round.
        var mayPass = ++_passed <= MostAutomatic && (step is Step.Join || visits <= MostVisits);
        _course.RefuseIf(!mayPass, () => WorkflowRefusals.GoesRound(step));
        return mayPass;
    }
}
