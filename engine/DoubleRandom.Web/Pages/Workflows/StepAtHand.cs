using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>An open step of an instance, as a list names it.</summary>
/// <param name="Name">What the step is called.</param>
/// <param name="Times">How often it is open.</param>
/// <param name="Owner">Whose it is; what it waits for when nobody acts on it.</param>
/// <param name="DueOn">The nearest due day; null for none.</param>
public sealed record StepAtHand(Bilingual Name, int Times, Bilingual Owner, DateOnly? DueOn);
