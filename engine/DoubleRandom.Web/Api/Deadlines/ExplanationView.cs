using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>One line of an explanation.</summary>
/// <param name="Step">basis, event, rule, skipped, counted, moved, due, extended, reading, calendar, provisional, quota or history.</param>
/// <param name="From">First day of the stretch; null when the line is not about days.</param>
/// <param name="To">Last day of the stretch; null when the line is not about days.</param>
/// <param name="Text">The sentence.</param>
/// <param name="About">Id of the event, or name of the reading; null on the other lines.</param>
public sealed record ExplanationLineView(string Step, DateOnly? From, DateOnly? To, Bilingual Text, string? About = null);

/// <summary>How a deadline came to its day.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Period">Which of the obligation's deadlines.</param>
/// <param name="DueOn">The day that holds.</param>
/// <param name="Lines">The lines, in the order of telling.</param>
public sealed record ExplanationView(string Jurisdiction, string Obligation, string Unit, string Period, DateOnly DueOn, IReadOnlyList<ExplanationLineView> Lines);
