using DoubleRandom.Core.Simulation;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>A task, the instance that it belongs to as it stands now, and whoever of the modelled people is to do it.</summary>
/// <param name="Row">The task.</param>
/// <param name="Definition">The workflow.</param>
/// <param name="Step">The step.</param>
/// <param name="State">The instance.</param>
/// <param name="Actor">Who is to do it.</param>
/// <param name="Conduct">How they go about it.</param>
internal sealed record TaskAtHand(TaskRow Row, WorkflowDefinition Definition, Step Step, WorkflowInstance State, Actor Actor, Conduct Conduct)
{
    private const string Reason = "样例理由 / a sample reason";

    /// <summary>What it is, in words that do not depend on the database's numbers.</summary>
    public string Key => $"{Name}#{Row.Run}";

    /// <summary>What it is, for people.</summary>
    public string Name => NameOf(Row);

    public static string NameOf(TaskRow row) => $"{row.Workflow}/{row.Subject}/{row.Step}{(row.Item.Length > 0 ? $"@{row.Item}" : "")}";

    /// <summary>How often the step was done already in the same item: what goes round and round shows here.</summary>
    public int TimesDone => Before.Count();

    /// <summary>Every command that might finish it, the one that is wanted most first.</summary>
    public IEnumerable<WorkflowCommand> Commands(SimulatedCounty county, SampleLists lists) => Step switch
    {
        Core.Workflows.Model.Step.Draw draw => [new WorkflowCommand.Drawn(Row.Run, "stand-in", Conduct.Lists?.GetValueOrDefault(draw.Into ?? draw.What) ?? lists.Drawn(draw.What, Key)) { Version = State.Version }],
        Core.Workflows.Model.Step.Publish => [new WorkflowCommand.Published(Row.Run, "stand-in") { Version = State.Version }],
        _ => Ways(county.Chance).SelectMany(way => Completions(county, lists, way)),
    };

    private IEnumerable<StepRun> Before => State.Runs.Values.Where(run =>
        run.State == RunState.Done && string.Equals(run.Step, Row.Step, StringComparison.Ordinal) && string.Equals(State.Frames[run.Frame].Path, Row.Item, StringComparison.Ordinal));

    /// <summary>The ways in the order in which they are wanted: as the behaviour weighs them, else the first that goes forward and was not taken before, now and then another.</summary>
    private IEnumerable<Way> Ways(Chance chance)
    {
        if (Conduct.Outcomes is { } weights && chance.Weighted([.. Step.Ways.Select(way => weights.GetValueOrDefault(way.Id))], "outcome", Key) is >= 0 and var chosen)
            return First(Step.Ways[chosen], Step.Ways);
        var taken = Before.ToLookup(run => run.Outcome, StringComparer.Ordinal);
        var usual = Step.Ways.OrderBy(way => way.IsBack).ThenBy(way => taken[way.Id].Count()).ToArray();
        return usual.Length > 1 && chance.Below(100, "other", Key) < (Conduct.Other ?? 0) ? First(usual[1 + chance.Below(usual.Length - 1, "which", Key)], usual) : usual;
    }

    private static IEnumerable<Way> First(Way way, IEnumerable<Way> ways) => ways.Prepend(way).DistinctBy(one => one.Id, StringComparer.Ordinal);

    private IEnumerable<WorkflowCommand> Completions(SimulatedCounty county, SampleLists lists, Way way)
    {
        var named = lists.Of(Definition, State, Step.Sets, Key);
        foreach (var (name, items) in (Conduct.Lists ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).Where(list => named.ContainsKey(list.Key)))
            named[name] = items;
        var set = way.IsBack || named.Count == 0 ? null : named;
        return Contents(county, way).Select(content => new WorkflowCommand.Complete(Row.Run, way.Id, content, way.IsBack ? Reason : null, set) { Version = State.Version });
    }

    /// <summary>What is sent back need not be filled in. Otherwise chance decides with which filling one begins.</summary>
    private IReadOnlyList<string?> Contents(SimulatedCounty county, Way way)
    {
        if (Step.Form is not { } id || way.IsBack)
            return [null];
        if (Conduct.Content is { } given)
            return [given];
        var samples = SampleForms.Of(county.Pack.Forms[id], Definition, Step, way, county.Today);
        var first = county.Chance.Below(samples.Count, "filling", Key);
        return [.. samples.Skip(first), .. samples.Take(first)];
    }
}
