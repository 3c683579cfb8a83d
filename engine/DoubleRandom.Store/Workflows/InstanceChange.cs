namespace DoubleRandom.Store.Workflows;

/// <summary>What one transaction makes of one instance.</summary>
/// <param name="From">The version that was decided upon; 0 when the instance is new.</param>
/// <param name="Row">The instance afterwards.</param>
/// <param name="Journal">The new entries as JSON, in order; the first has version <paramref name="From"/> + 1.</param>
/// <param name="Opened">Tasks opened or shown anew.</param>
/// <param name="Closed">Numbers of the runs whose tasks are over.</param>
/// <param name="Parties">Units that take part from now on.</param>
/// <param name="ChangesStatus">Whether it ended, was cancelled or began again.</param>
public sealed record InstanceChange(
    long From, InstanceRow Row, IReadOnlyList<string> Journal, IReadOnlyList<TaskRow> Opened, IReadOnlyList<int> Closed, IReadOnlyList<string> Parties, bool ChangesStatus);
