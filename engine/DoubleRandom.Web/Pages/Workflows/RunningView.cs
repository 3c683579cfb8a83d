using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>What runs, for the first page.</summary>
/// <param name="Jurisdiction">The folder chosen; null for all.</param>
/// <param name="Unit">The unit chosen; null for all.</param>
/// <param name="Instances">The newest instances.</param>
/// <param name="All">How many there are in words: a number, or the number with a plus when there are more than are listed.</param>
/// <param name="Today">Today in the jurisdiction.</param>
/// <param name="Zone">Its time zone.</param>
public sealed record RunningView(string? Jurisdiction, string? Unit, IReadOnlyList<RunningInstance> Instances, string All, DateOnly Today, string Zone);
