using System.Collections.Immutable;

namespace DoubleRandom.Core.Workflows.Running;

/// <summary>An instance that is being written: the fold, with the collections open while many entries are told.</summary>
internal sealed class Ledger(WorkflowInstance from)
{
    private readonly ImmutableSortedDictionary<int, StepRun>.Builder _runs = from.Runs.ToBuilder();
    private readonly ImmutableSortedDictionary<int, Frame>.Builder _frames = from.Frames.ToBuilder();
    private readonly ImmutableSortedDictionary<string, DateOnly>.Builder _events = from.Events.ToBuilder();
    private readonly ImmutableSortedSet<(DateOnly On, int Run)>.Builder _timers = from.Timers.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableSortedSet<int>>.Builder _waits = from.Waits.ToBuilder();
    private JournalEntry.Started? _started;
    private string _definitionVersion = from.DefinitionVersion;
    private InstanceStatus _status = from.Status;

    public long Version { get; private set; } = from.Version;

    public InstanceStatus Status => _status;

    public string Subject => _started?.Subject ?? from.Subject;

    public string StarterUnit => _started?.Unit ?? from.StarterUnit;

    public string? StartContent => _started is null ? from.StartContent : _started.Content;

    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Cast { get; private set; } = from.Cast;

    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Lists { get; private set; } = from.Lists;

    public int NextRun => _runs.Count + 1;

    public int NextFrame => _frames.Count;

    /// <summary>The waits whose date is reached, by date.</summary>
    public IReadOnlyList<int> WakingBy(DateOnly today) => [.. _timers.TakeWhile(timer => timer.On <= today).Select(timer => timer.Run)];

    public StepRun Run(int number) => _runs[number];

    public StepRun? RunOrNull(int number) => _runs.GetValueOrDefault(number);

    public Frame Frame(int number) => _frames[number];

    public Frame? FrameOrNull(int number) => _frames.GetValueOrDefault(number);

    /// <summary>What the step of that id handed in, in a frame or in what encloses it; null when nothing was.</summary>
    public string? ContentOf(string step, int frame)
    {
        for (; frame >= 0; frame = Frame(frame).Parent)
            if (Frame(frame).Done.TryGetValue(step, out var run) && RunOrNull(run)?.Content is { } content)
                return content;
        return null;
    }

    public DateOnly? HappenedOn(string name, string item) =>
        item.Length > 0 && _events.TryGetValue(Key(name, item), out var own) ? own
        : _events.TryGetValue(name, out var on) ? on
        : null;

    public ImmutableSortedSet<int> WaitingFor(string name, string item) => _waits.GetValueOrDefault(Key(name, item)) ?? [];

    /// <summary>The waits for an event in every item.</summary>
    public ImmutableSortedSet<int> WaitingAnywhereFor(string name) =>
        [.. _waits.Where(wait => wait.Key.StartsWith(Key(name, ""), StringComparison.Ordinal)).SelectMany(wait => wait.Value)];

    public void Apply(JournalEntry entry)
    {
        if (entry.Version != Version + 1)
            throw new InvalidOperationException($"The journal of the workflow instance {from.Id} goes on with entry {entry.Version} after {Version}.");
        entry.Tell(this);
        Version = entry.Version;
    }

    public WorkflowInstance Freeze() => WorkflowInstance.Of(
        from.Id, this, _started?.Definition ?? from.Definition, _definitionVersion,
        new(_runs.ToImmutable(), _frames.ToImmutable(), _events.ToImmutable(), _timers.ToImmutable(), _waits.ToImmutable()));

    public void Start(JournalEntry.Started entry)
    {
        (_started, _definitionVersion, _status) = (entry, entry.DefinitionVersion, InstanceStatus.Running);
        Cast = Cast.SetItems(entry.Cast);
        Lists = Lists.SetItems(entry.Lists);
        _frames[0] = new(0, FrameKind.Root, "", -1, "", 1);
    }

    public void Open(JournalEntry.Opened entry)
    {
        var run = new StepRun(entry.Run, entry.Step, entry.Frame, entry.On) { DueOn = entry.DueOn, Events = entry.Events, WakesOn = entry.WakesOn, ChangedAt = entry.Version };
        _runs.Add(run.Number, run);
        Change(run.Frame, f => f with { Runs = f.Runs.Add(run.Number) });
        Watch(run);
    }

    public void Finish(JournalEntry.Finished entry)
    {
        var run = Leave(entry, entry.Run, RunState.Done);
        _runs[run.Number] = run with { Outcome = entry.Outcome, Content = entry.Content };
        Change(run.Frame, f => f with { Runs = f.Runs.Remove(run.Number), Done = f.Done.SetItem(run.Step, run.Number) });
    }

    public void Take(JournalEntry.Taken entry)
    {
        var run = Leave(entry, entry.Run, RunState.Cancelled);
        Change(run.Frame, f => f with { Runs = f.Runs.Remove(run.Number), Live = f.Live - 1 });
    }

    public void Nest(Frame frame)
    {
        _frames.Add(frame.Number, frame);
        Change(frame.Parent, f => f with { Frames = f.Frames.Add(frame.Number) });
    }

    public void Batch(JournalEntry.Batched entry)
    {
        Nest(new(entry.Frame, FrameKind.Batch, entry.Step, entry.Parent, Frame(entry.Parent).Path, 0));
        AddItems(entry.Frame, entry.Items);
    }

    public void AddItems(int batch, IReadOnlyList<string> items)
    {
        var frame = Frame(batch);
        var first = NextFrame;
        for (var i = 0; i < items.Count; i++)
            _frames.Add(first + i, new(first + i, FrameKind.Item, frame.Step, batch, frame.Path.Length == 0 ? items[i] : $"{frame.Path}/{items[i]}", 1));
        _frames[batch] = frame with { Total = frame.Total + items.Count, Live = frame.Live + items.Count, Frames = frame.Frames.Union(Enumerable.Range(first, items.Count)) };
    }

    public void End(JournalEntry.EndReached entry)
    {
        Change(entry.Frame, f => f with { Live = f.Live - 1 });
        Change(Region(entry.Frame), f => f with { Outcome = entry.Outcome });
    }

    public void EndItem(int number, string outcome)
    {
        var item = Frame(number);
        _frames[number] = item with { IsClosed = true, Outcome = outcome };
        Change(item.Parent, f => f with { Live = f.Live - 1, Arrived = f.Arrived + 1, Outcomes = f.Outcomes.SetItem(outcome, f.Outcomes.GetValueOrDefault(outcome) + 1), Frames = f.Frames.Remove(number) });
    }

    public void Join(int number)
    {
        Change(number, f => f with { IsFired = true });
        Change(Frame(number).Parent, f => f with { Live = f.Live + 1 });
    }

    public void Close(int number)
    {
        Change(number, f => f with { IsClosed = true });
        Change(Frame(number).Parent, f => f with { Live = f.Live - 1, Frames = f.Frames.Remove(number) });
    }

    public void Date(JournalEntry.Dated entry)
    {
        var run = Run(entry.Run);
        Unwatch(run);
        Change(entry, entry.Run, r => r with { DueOn = entry.DueOn, WakesOn = entry.WakesOn, IsPostponed = r.IsPostponed || entry.Reason is not null });
        Watch(Run(entry.Run));
    }

    public void SetList(string name, IReadOnlyList<string> items) => Lists = Lists.SetItem(name, items);

    public void Hear(JournalEntry.Told entry) => _events[entry.Item.Length == 0 ? entry.Event : Key(entry.Event, entry.Item)] = entry.On;

    public void Act(JournalEntry.Acted entry)
    {
        if (entry.Step is null)
            return;
        Change(0, f => f with { Live = f.Live + 1, IsClosed = false });
        _status = InstanceStatus.Running;
    }

    public void End(JournalEntry.Ended entry)
    {
        _status = entry.Outcome is null ? InstanceStatus.Cancelled : InstanceStatus.Ended;
        Change(0, f => f with { IsClosed = true, Outcome = entry.Outcome, Live = 0 });
    }

    public void Move(JournalEntry.Moved entry)
    {
        _definitionVersion = entry.DefinitionVersion;
        foreach (var run in _runs.Values.Where(run => run.State == RunState.Open && entry.Steps.ContainsKey(run.Step)).ToArray())
            _runs[run.Number] = run with { Step = entry.Steps[run.Step], ChangedAt = entry.Version };
        foreach (var frame in _frames.Values.ToArray())
            _frames[frame.Number] = frame with { Step = entry.Steps.GetValueOrDefault(frame.Step, frame.Step), Done = Renamed(frame.Done, entry.Steps) };
    }

    public void Change(int frame, Func<Frame, Frame> change) => _frames[frame] = change(_frames[frame]);

    public void Change(JournalEntry entry, int run, Func<StepRun, StepRun> change) => _runs[run] = change(_runs[run]) with { ChangedAt = entry.Version };

    /// <summary>The item or instance that a frame belongs to.</summary>
    public int Region(int frame)
    {
        while (Frame(frame) is { Kind: FrameKind.Split } split)
            frame = split.Parent;
        return frame;
    }

    /// <summary>Of two steps that became one, the later run stands.</summary>
    private static ImmutableSortedDictionary<string, int> Renamed(ImmutableSortedDictionary<string, int> done, IReadOnlyDictionary<string, string> steps)
    {
        var renamed = done.Clear().ToBuilder();
        foreach (var (step, run) in done)
        {
            var name = steps.GetValueOrDefault(step, step);
            renamed[name] = Math.Max(run, renamed.GetValueOrDefault(name));
        }

        return renamed.ToImmutable();
    }

    private static string Key(string name, string item) => $"{name}@{item}";

    private StepRun Leave(JournalEntry entry, int number, RunState state)
    {
        var run = Run(number);
        Unwatch(run);
        return _runs[number] = run with { State = state, By = entry.By, ByUnit = entry.Unit, ChangedAt = entry.Version };
    }

    private void Watch(StepRun run)
    {
        if (run.WakesOn is { } on)
            _timers.Add((on, run.Number));
        foreach (var key in run.Events.Select(name => Key(name, Frame(run.Frame).Path)))
            _waits[key] = (_waits.GetValueOrDefault(key) ?? []).Add(run.Number);
    }

    private void Unwatch(StepRun run)
    {
        if (run.WakesOn is { } on)
            _timers.Remove((on, run.Number));
        foreach (var key in run.Events.Select(name => Key(name, Frame(run.Frame).Path)))
        {
            var rest = _waits[key].Remove(run.Number);
            if (rest.IsEmpty)
                _waits.Remove(key);
            else
                _waits[key] = rest;
        }
    }
}

/// <summary>The collections of an instance, closed.</summary>
internal sealed record LedgerPages(
    ImmutableSortedDictionary<int, StepRun> Runs, ImmutableSortedDictionary<int, Frame> Frames, ImmutableSortedDictionary<string, DateOnly> Events,
    ImmutableSortedSet<(DateOnly On, int Run)> Timers, ImmutableDictionary<string, ImmutableSortedSet<int>> Waits);
