using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>What would become of a command: decided as the engine decides it, and nothing carried out. Officers see as much from their screen before they press a button.</summary>
internal sealed class Rehearsal(SimulatedCounty county, Turns turns)
{
    private (DateOnly Day, IReadOnlyDictionary<string, IReadOnlyCollection<string>> Units)? _today;

    /// <summary>Every reason against a command; none when it would be taken.</summary>
    public IReadOnlyList<Refusal> Against(WorkflowDefinition definition, WorkflowInstance state, WorkflowCommand command, Actor actor) =>
        Workflow.Decide(definition, state, command, Context(actor)).Refusals;

    private DecideContext Context(Actor actor) => new DecideContext(county.Clock.GetUtcNow(), county.Today, actor, turns.RulesOf(county.Pack), turns.DatesOf(county.Pack)).Under(county.Pack) with
    {
        Units = UnitsOf(county.Today),
    };

    private IReadOnlyDictionary<string, IReadOnlyCollection<string>> UnitsOf(DateOnly today)
    {
        if (_today?.Day != today)
            _today = (today, DecideContext.UnitsOf(county.Pack, today));
        return _today.Value.Units;
    }
}
