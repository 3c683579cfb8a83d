using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Demands;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>What came of assigning inspectors to what was drawn.</summary>
/// <param name="Demand">What was asked, to explain what is short.</param>
/// <param name="Outcome">The assignment or its bottlenecks; null when the lists contradict one another.</param>
internal sealed record ComputedTeams(MatchDemand Demand, AssignmentOutcome? Outcome);
