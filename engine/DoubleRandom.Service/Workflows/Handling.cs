using System.Text.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>One instance in the hands of a transaction: what it was, what it has become, and what is to be written of it.</summary>
internal sealed class Handling(InstanceRow row, Live live, Pack pack, WorkflowDefinition definition, bool isNew)
{
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<int, TaskRow> _tasks = [];
    private readonly HashSet<int> _closed = [];
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);
    private bool _isRepacked;
    private bool _isDated;

    public InstanceRow Row { get; private set; } = row;

    public Live Live { get; private set; } = live;

    /// <summary>The pack version that it runs on, with its rules and forms.</summary>
    public Pack Pack { get; private set; } = pack;

    public WorkflowDefinition Definition { get; private set; } = definition;

    public long Id => Row.Id;

    public WorkflowInstance State => Live.State;

    public bool IsChanged => _entries.Count > 0 || _isRepacked || _isDated;

    /// <summary>What is to become of the deadline of a run: the last word of this transaction.</summary>
    public SortedDictionary<int, Effect> Deadlines { get; } = [];

    /// <summary>The runs that this transaction opened.</summary>
    public HashSet<int> NewRuns { get; } = [];

    /// <summary>The runs that this transaction finished or took away.</summary>
    public IReadOnlyCollection<int> ClosedRuns => _closed;

    public IEnumerable<string> Kinds => _entries.Select(entry => entry.GetType().Name).Distinct(StringComparer.Ordinal);

    public void Take(Transition transition)
    {
        _entries.AddRange(transition.Entries);
        Live = Live.Next(transition.Next, transition.Entries);
        foreach (var entry in transition.Entries)
            if (entry is JournalEntry.Opened opened)
                NewRuns.Add(opened.Run);
            else if (Live.Left(entry) is { } run)
                _closed.Add(run);
            else if (entry is JournalEntry.Started started)
                _parties.UnionWith(started.Cast.SelectMany(cast => cast.Value).Append(started.Unit).Where(unit => unit.Length > 0));
    }

    /// <summary>Goes on with another version.</summary>
    public void Repack(Pack next, WorkflowDefinition definition) => (Pack, Definition, _isRepacked) = (next, definition, true);

    /// <summary>Its days agree with the pack that runs.</summary>
    public void MarkDated() => _isDated = true;

    public void Show(TaskRow task, IEnumerable<string> parties)
    {
        _closed.Remove(task.Run);
        _tasks[task.Run] = task;
        _parties.UnionWith(parties);
    }

    public void Close(int run) => _closed.Add(run);

    /// <summary>What is to be written.</summary>
    /// <param name="dated">Content hash of the pack by whose calendar the days stand.</param>
    /// <param name="now">The present instant.</param>
    public InstanceChange Change(string dated, DateTimeOffset now)
    {
        var status = StatusOf(State);
        var changed = Row with
        {
            Subject = State.Subject,
            PackHash = Pack.ContentHash,
            DefinitionVersion = Definition.Version,
            Version = State.Version,
            Status = status,
            Outcome = State.Status == InstanceStatus.Running ? null : State.Outcome,
            StarterUnit = State.StarterUnit,
            OpenSteps = JsonSerializer.Serialize(Live.Open),
            Hears = isNew || _isRepacked ? [.. Hearing.Of(Definition)] : Row.Hears,
            NextDay = State.Timers.IsEmpty ? null : State.Timers.Min.On,
            DatedBy = isNew || _isDated ? dated : Row.DatedBy,
            ChangedAt = _entries.Count > 0 ? now : Row.ChangedAt,
            EndedAt = State.Status == InstanceStatus.Running ? null : _entries.Count > 0 ? now : Row.EndedAt,
        };
        var change = new InstanceChange(
            isNew ? 0 : Row.Version, changed, [.. _entries.Select(WorkflowJson.Write)], [.. _tasks.Values.Where(task => !(NewRuns.Contains(task.Run) && _closed.Contains(task.Run)))],
            [.. _closed.Order()], [.. _parties.Order(StringComparer.Ordinal)], !string.Equals(status, Row.Status, StringComparison.Ordinal));
        Row = changed;
        return change;
    }

    public WorkflowReceipt Receipt(IEnumerable<long> also) => new(Id, State.Version, StatusOf(State), State.Status == InstanceStatus.Ended ? State.Outcome : null, Live.Open, [.. also.Where(other => other != Id).Order()]);

    public static string StatusOf(WorkflowInstance state) => state.Status switch
    {
        InstanceStatus.Ended => "ended",
        InstanceStatus.Cancelled => "cancelled",
        _ => "running",
    };
}
