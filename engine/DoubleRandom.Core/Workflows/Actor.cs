namespace DoubleRandom.Core.Workflows;

/// <summary>Who gives a command: a person on behalf of a unit, or the engine itself.</summary>
/// <param name="Unit">Id of the unit; empty for the engine.</param>
/// <param name="Person">Name or id of the person; <see cref="EngineName"/> for the engine.</param>
/// <param name="Roles">Roles that the unit holds today.</param>
/// <param name="Functions">Functions that the person has in the unit: <c>liaison</c>, <c>leader</c>.</param>
public sealed record Actor(string Unit, string Person, IReadOnlyCollection<string> Roles, IReadOnlyCollection<string> Functions)
{
    /// <summary>How the engine signs the journal.</summary>
    public const string EngineName = "engine";

    /// <summary>The engine, which tells of events, dates, draws, publications and the ends of other workflows.</summary>
    public static Actor Engine { get; } = new("", EngineName, [], []);

    /// <summary>Whether this is the engine.</summary>
    public bool IsEngine => Unit.Length == 0 && Person is EngineName;
}
