namespace DoubleRandom.Core.Simulation;

/// <summary>What somebody has to do in a simulation: hand in for a deadline of an obligation, or do a step of a workflow.</summary>
/// <param name="Unit">Id of the unit that does it.</param>
/// <param name="Obligation">Id of the obligation; null for a step.</param>
/// <param name="Workflow">Id of the workflow; null for an obligation.</param>
/// <param name="Step">Id of the step; null for an obligation.</param>
public sealed record Matter(string Unit, string? Obligation, string? Workflow, string? Step);

/// <summary>A conduct that applies to some matters only; null means any.</summary>
public sealed record BehaviourException(string? Unit, string? Obligation, string? Workflow, string? Step, Conduct Conduct)
{
    /// <summary>Whether it speaks of a matter.</summary>
    public bool Meets(Matter matter) => Is(Unit, matter.Unit) && Is(Obligation, matter.Obligation) && Is(Workflow, matter.Workflow) && Is(Step, matter.Step);

    private static bool Is(string? wanted, string? found) => wanted is null || string.Equals(wanted, found, StringComparison.Ordinal);
}

/// <summary>A workflow that a person starts.</summary>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="On">The day; null for the first working day.</param>
/// <param name="Subject">Id of what it is about; null for a made-up one.</param>
/// <param name="Unit">Id of the unit that starts it; null for one that may.</param>
/// <param name="Cast">Units by role; null for made-up ones.</param>
/// <param name="Lists">Lists handed over at the start; null for none.</param>
/// <param name="Content">JSON text handed over at the start; null for none.</param>
public sealed record StartWish(
    string Workflow, DateOnly? On, string? Subject, string? Unit, IReadOnlyDictionary<string, IReadOnlyList<string>>? Cast,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists, string? Content);

/// <summary>How the people of a simulated county behave.</summary>
/// <param name="Deadlines">What holds for every deadline of an obligation.</param>
/// <param name="Steps">What holds for every step of a workflow.</param>
/// <param name="Exceptions">What holds for some matters; of several that meet a matter the last one that says something wins.</param>
/// <param name="Starts">The workflows that persons start; null for each of those that a person may start, once, on the first working day.</param>
/// <param name="Events">What else happens and is recorded.</param>
public sealed record Behaviour(
    Conduct Deadlines, Conduct Steps, IReadOnlyList<BehaviourException> Exceptions, IReadOnlyList<StartWish>? Starts, IReadOnlyList<Planning.PlanEvent> Events)
{
    /// <summary>
    /// Most are in time, some late, a few silent; steps are all done sooner or later, those without a due day in one to three working days, and now and then with another
    /// outcome than the first: a step that nobody ever does holds up its whole procedure, which is worth asking for and not worth assuming.
    /// </summary>
    public static Behaviour Usual { get; } = new(
        new() { Shares = new(75, 18, 7), DaysLate = new(1, 12) },
        new() { Shares = new(85, 15, 0), DaysLate = new(1, 6), Days = new(1, 3), Other = 8 },
        [], null, []);

    /// <summary>How often people postpone, cancel and correct.</summary>
    public Interventions Interventions { get; init; } = Interventions.Usual;

    /// <summary>How a matter is gone about.</summary>
    public Conduct Of(Matter matter) => Exceptions.Where(exception => exception.Meets(matter))
        .Aggregate(matter.Obligation is null ? Steps : Deadlines, (conduct, exception) => conduct.ChangedBy(exception.Conduct));
}
