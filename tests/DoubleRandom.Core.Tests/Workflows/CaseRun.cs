using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>One instance that a case drives, command by command, with its whole journal.</summary>
internal sealed class CaseRun(
    WorkflowDefinition definition, JsonObject? rules = null, IReadOnlyDictionary<string, Form>? forms = null, IReadOnlyDictionary<string, LegalDocument>? documents = null)
{
    internal static readonly DateOnly FirstDay = new(2026, 3, 2);
    private static readonly Pack Pengyang = RealPacks.Of("640425-pengyang");
    private static readonly DueDates Dates = new(Pengyang.Calendar, Pengyang.Readings);

    internal static readonly Actor Li = new("bureau", "li", ["worker", "lead"], ["leader"]);

    private static readonly Dictionary<string, Actor> Actors = new(StringComparer.Ordinal)
    {
        ["li"] = Li,
        ["wang"] = new("bureau", "wang", ["worker"], []),
        ["police"] = new("police", "zhao", ["member"], []),
        ["transport"] = new("transport", "qian", ["member"], []),
        ["stranger"] = new("nowhere", "sun", [], []),
        ["engine"] = Actor.Engine,
    };

    internal WorkflowInstance Instance { get; private set; } = WorkflowInstance.New("I-1");

    internal List<JournalEntry> Journal { get; } = [];

    internal List<Effect> Effects { get; } = [];

    internal DateOnly Today { get; set; } = FirstDay;

    /// <summary>Events that fix a day to come.</summary>
    internal IReadOnlySet<string> Ahead { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    internal WorkflowDefinition Definition { get; set; } = definition;

    internal static DecideContext Context(Actor actor, DateOnly? today = null, JsonObject? rules = null) =>
        new(new DateTimeOffset((today ?? FirstDay).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero), today ?? FirstDay, actor, new CaseRules(rules), Dates);

    internal Transition Give(WorkflowCommand command, Actor? actor = null)
    {
        var before = WorkflowJson.Canonical(Instance);
        var context = Context(actor ?? Li, Today, rules) with
        {
            Forms = forms ?? new Dictionary<string, Form>(StringComparer.Ordinal),
            Ahead = Ahead,
            Documents = documents ?? new Dictionary<string, LegalDocument>(StringComparer.Ordinal),
        };
        var transition = Workflow.Decide(Definition, Instance, command, context);
        Assert.Equal(before, WorkflowJson.Canonical(Instance)); // deciding changes nothing that is there
        if (!transition.IsDone)
            Assert.True(transition.Entries.Count == 0 && transition.Effects.Count == 0 && ReferenceEquals(transition.Next, Instance));
        Journal.AddRange(transition.Entries);
        Effects.AddRange(transition.Effects);
        Instance = transition.Next;
        return transition;
    }

    /// <summary>Goes over to another version, and goes on with it when that was possible.</summary>
    internal Transition Move(WorkflowDefinition old, WorkflowDefinition next, IReadOnlyDictionary<string, string?> mapping)
    {
        var transition = Migration.Move(old, next, Instance, mapping, Context(Li, Today, rules));
        Journal.AddRange(transition.Entries);
        (Instance, Definition) = (transition.Next, transition.IsDone ? next : Definition);
        return transition;
    }

    /// <summary>One line of a case's commands.</summary>
    internal Transition Give(JsonObject line)
    {
        if (line["on"] is { } on)
            Today = DateOnly.ParseExact((string)on!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Give(CaseCommand.Of(line, this), Actors[(string?)line["as"] ?? (CaseCommand.IsEngines(line) ? "engine" : "li")]);
    }

    /// <summary>The run that a case means by a step (and an item): the open one, otherwise the last.</summary>
    internal int RunOf(string step, string item)
    {
        var runs = Instance.Runs.Values.Where(run => string.Equals(run.Step, step, StringComparison.Ordinal) && string.Equals(PathOf(run), item, StringComparison.Ordinal)).ToArray();
        return (Array.Find(runs, run => run.State == RunState.Open) ?? runs.LastOrDefault())?.Number ?? 999;
    }

    internal int BatchOf(string step) => Instance.Frames.Values.LastOrDefault(frame => frame.Kind == FrameKind.Batch && string.Equals(frame.Step, step, StringComparison.Ordinal))?.Number ?? 999;

    /// <summary>What is open, as <c>step</c> or <c>step@item</c>, in order.</summary>
    internal IEnumerable<string> Open() => Instance.OpenRuns.Select(run => PathOf(run) is { Length: > 0 } path ? $"{run.Step}@{path}" : run.Step).Order(StringComparer.Ordinal);

    internal string PathOf(StepRun run) => Instance.Frames[run.Frame].Path;

    /// <summary>The journal, told again from its written lines, gives the same bytes.</summary>
    internal void AssertReplays()
    {
        var state = WorkflowJson.Canonical(Instance);
        Assert.Equal(state, WorkflowJson.Canonical(WorkflowInstance.Replay(Instance.Id, Journal)));
        Assert.Equal(state, WorkflowJson.Canonical(WorkflowInstance.Replay(Instance.Id, Journal.Select(entry => WorkflowJson.Read(WorkflowJson.Write(entry))))));
        Assert.Equal(state, WorkflowJson.Canonical(Journal.Aggregate(WorkflowInstance.New(Instance.Id), (instance, entry) => instance.Apply(entry))));
    }

    /// <summary>What every state promises: counts agree with what they count, and nothing finished is open.</summary>
    internal void AssertSound()
    {
        var open = Instance.OpenRuns.Select(run => run.Number).Order().ToArray();
        Assert.Equal(Instance.Runs.Values.Where(run => run.State == RunState.Open).Select(run => run.Number), open);
        Assert.All(Instance.Frames.Values.Where(frame => !frame.IsClosed), frame => Assert.Equal(frame.Live, frame.Runs.Count + frame.Frames.Count));
        Assert.Equal(Instance.Status == InstanceStatus.Running, open.Length > 0);
        Assert.True(Journal.OfType<JournalEntry.Finished>().Select(entry => entry.Run).ToHashSet().Count == Journal.OfType<JournalEntry.Finished>().Count());
        Assert.Equal(Enumerable.Range(1, Journal.Count).Select(i => (long)i), Journal.Select(entry => entry.Version));
    }
}
