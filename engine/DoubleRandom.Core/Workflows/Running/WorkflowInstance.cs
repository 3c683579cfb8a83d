using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DoubleRandom.Core.Workflows.Running;

/// <summary>How far an instance is.</summary>
public enum InstanceStatus
{
    /// <summary>Nothing has happened yet.</summary>
    New,

    /// <summary>Something is open.</summary>
    Running,

    /// <summary>It came to its end.</summary>
    Ended,

    /// <summary>It was ended before its end.</summary>
    Cancelled,
}

/// <summary>One procedure that runs or ran (流程实例): the fold of its journal and nothing else. Immutable.</summary>
public sealed class WorkflowInstance
{
    private WorkflowInstance()
    {
    }

    /// <summary>Id of the instance, given by whoever created it.</summary>
    public required string Id { get; init; }

    /// <summary>How many entries its journal has.</summary>
    public long Version { get; internal init; }

    /// <summary>How far it is.</summary>
    public InstanceStatus Status { get; internal init; }

    /// <summary>Id of its definition; empty before the start.</summary>
    public string Definition { get; internal init; } = "";

    /// <summary>The version of the definition that it runs on.</summary>
    public string DefinitionVersion { get; internal init; } = "";

    /// <summary>Id of what it is about.</summary>
    public string Subject { get; internal init; } = "";

    /// <summary>The unit that started it; empty when the engine did.</summary>
    public string StarterUnit { get; internal init; } = "";

    /// <summary>JSON text handed over at the start; null for none.</summary>
    public string? StartContent { get; internal init; }

    /// <summary>The result, once it ended.</summary>
    public string? Outcome => Frames.GetValueOrDefault(0)?.Outcome;

    /// <summary>Units by role, for this instance alone.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Cast { get; internal init; } = Names;

    /// <summary>Lists by name: participants, targets.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Lists { get; internal init; } = Names;

    /// <summary>The latest day of each event, by <c>event</c> or <c>event@item path</c>.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Events { get; internal init; } = ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>All runs by number, those that are over included.</summary>
    public ImmutableSortedDictionary<int, StepRun> Runs { get; internal init; } = ImmutableSortedDictionary<int, StepRun>.Empty;

    /// <summary>All frames by number, closed ones included.</summary>
    public ImmutableSortedDictionary<int, Frame> Frames { get; internal init; } = ImmutableSortedDictionary<int, Frame>.Empty;

    /// <summary>The waits that go on by themselves, by day. Follows from the open runs.</summary>
    [JsonIgnore]
    public ImmutableSortedSet<(DateOnly On, int Run)> Timers { get; internal init; } = [];

    /// <summary>The waits for each event, by <c>event@item path</c>. Follows from the open runs.</summary>
    [JsonIgnore]
    internal ImmutableDictionary<string, ImmutableSortedSet<int>> Waits { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<int>>(StringComparer.Ordinal);

    /// <summary>The open runs, by frame and number.</summary>
    [JsonIgnore]
    public IEnumerable<StepRun> OpenRuns => Frames.IsEmpty ? [] : OpenIn(Frames[0]);

    private static ImmutableSortedDictionary<string, IReadOnlyList<string>> Names { get; } = ImmutableSortedDictionary.Create<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>An instance of which nothing has happened yet.</summary>
    public static WorkflowInstance New(string id) => new() { Id = id };

    /// <summary>The state after a journal.</summary>
    /// <exception cref="InvalidOperationException">An entry is missing, doubled or out of order.</exception>
    public static WorkflowInstance Replay(string id, IEnumerable<JournalEntry> journal)
    {
        var ledger = new Ledger(New(id));
        foreach (var entry in journal)
            ledger.Apply(entry);
        return ledger.Freeze();
    }

    /// <summary>The state after one more entry.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one.</exception>
    public WorkflowInstance Apply(JournalEntry entry)
    {
        var ledger = new Ledger(this);
        ledger.Apply(entry);
        return ledger.Freeze();
    }

    internal static WorkflowInstance Of(string id, Ledger ledger, string definition, string definitionVersion, LedgerPages pages) => new()
    {
        Id = id,
        Version = ledger.Version,
        Status = ledger.Status,
        Definition = definition,
        DefinitionVersion = definitionVersion,
        Subject = ledger.Subject,
        StarterUnit = ledger.StarterUnit,
        StartContent = ledger.StartContent,
        Cast = ledger.Cast,
        Lists = ledger.Lists,
        Events = pages.Events,
        Runs = pages.Runs,
        Frames = pages.Frames,
        Timers = pages.Timers,
        Waits = pages.Waits,
    };

    private IEnumerable<StepRun> OpenIn(Frame frame) =>
        frame.Runs.Select(run => Runs[run]).Concat(frame.Frames.SelectMany(child => OpenIn(Frames[child])));
}
