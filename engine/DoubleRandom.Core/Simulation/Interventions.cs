namespace DoubleRandom.Core.Simulation;

/// <summary>How often people do what definitions provide for beside the steps; each in so many of a hundred cases in which it could be done.</summary>
/// <param name="Postpone">Of the tasks with a due day whose step can be postponed.</param>
/// <param name="Cancel">Of the instances that can be cancelled as a whole.</param>
/// <param name="Correct">Of the instances that ended and can be corrected.</param>
public sealed record Interventions(int Postpone, int Cancel, int Correct)
{
    /// <summary>Now and then, so that a year has some of each.</summary>
    public static Interventions Usual { get; } = new(5, 2, 5);

    /// <summary>Nobody does anything beside the steps.</summary>
    public static Interventions None { get; } = new(0, 0, 0);
}
