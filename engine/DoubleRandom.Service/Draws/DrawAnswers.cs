using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>What a draw has to tell the steps that wait: its targets, and for each unit whom it sends. Each is told once; who draws again after a recusal needs a new draw.</summary>
internal sealed class DrawAnswers
{
    /// <summary>Stands for the targets where the unit of an inspectors' step would.</summary>
    private const string Targets = "";

    private readonly IReadOnlyList<string> _picks;
    private readonly ILookup<string, DrawAssignmentRow> _teams;
    private readonly HashSet<string> _left;

    private DrawAnswers(IReadOnlyList<string> picks, ILookup<string, DrawAssignmentRow> teams, IReadOnlySet<string> told)
    {
        (_picks, _teams) = (picks, teams);
        _left = teams.Select(team => team.Key).Concat(picks.Count > 0 ? [Targets] : []).Except(told, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    public static async Task<DrawAnswers> ReadAsync(CommandChain chain, DrawRow draw) => new(
        draw.What is DrawOrder.Targets ? [.. (await DrawHistory.PicksAsync(chain.Connection, draw, chain.Cancel)).Select(pick => pick.Code)] : [],
        (await DrawHistory.AssignmentsAsync(chain.Connection, draw, chain.Cancel)).ToLookup(one => one.Unit, StringComparer.Ordinal),
        await DrawTable.ToldAsync(chain.Connection, draw, chain.Cancel));

    /// <summary>The next open step that has not been answered, with the unit whose team answers it: that of the targets first. Null when nothing waits.</summary>
    public (int Run, string Unit)? Next(CommandChain chain, Handling handling, Actor actor)
    {
        if (_left.Contains(Targets) && DrawDispatch.Waiting(handling, DrawOrder.Targets).FirstOrDefault() is { } targets)
            return (targets.Number, Targets);
        foreach (var run in DrawDispatch.Waiting(handling, DrawOrder.Inspectors))
            if (Workflow.AssignmentOf(handling.Definition, handling.State, run.Number, chain.Context(handling, actor)).Units.FirstOrDefault(_left.Contains) is { } unit)
                return (run.Number, unit);
        return null;
    }

    /// <summary>What that step is told; it will not be told again.</summary>
    public IReadOnlyList<string> Take(string unit)
    {
        _left.Remove(unit);
        return unit is Targets ? _picks : [.. TeamOf(unit).Select(one => one.Inspector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whom a unit sends where; nobody for the targets' step.</summary>
    public IEnumerable<DrawAssignmentRow> TeamOf(string unit) => _teams[unit];
}
