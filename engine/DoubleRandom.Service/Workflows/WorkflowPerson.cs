namespace DoubleRandom.Service.Workflows;

/// <summary>Who gives a command: until there is a sign-in, whoever asks says so.</summary>
/// <param name="Unit">Id of the unit on whose behalf.</param>
/// <param name="Name">The person's name, as the directory writes it; its functions in the unit come from there.</param>
public sealed record WorkflowPerson(string Unit, string Name);
