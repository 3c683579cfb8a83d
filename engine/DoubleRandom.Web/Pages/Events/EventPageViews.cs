using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Events;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Events;

/// <summary>The jurisdictions of which events can be recorded.</summary>
public sealed record EventChoiceView(IReadOnlyList<Option> Jurisdictions);

/// <summary>All that the page of a jurisdiction's events shows.</summary>
/// <param name="Pack">The pack that runs: its events and units.</param>
/// <param name="Effects">What each event starts, moves or meets.</param>
/// <param name="Recent">The events recorded last, newest first.</param>
/// <param name="Missed">The procedures that should have started by an event or date and did not, newest first.</param>
/// <param name="Attempt">What the reader just tried.</param>
/// <param name="Done">What was just done, in words; null for nothing.</param>
public sealed record EventPageView(Pack Pack, IReadOnlyList<EventEffects> Effects, IReadOnlyList<EventRow> Recent, IReadOnlyList<MissedStart> Missed, EventAttempt Attempt, Bilingual? Done);

/// <summary>An event and the duties that hang on it.</summary>
public sealed record EventEffects(EventName Event, IReadOnlyList<Obligation> Duties);

/// <summary>What a reader entered, so that a refusal stands beside it and nothing is typed twice.</summary>
/// <param name="Event">Id of the event chosen.</param>
/// <param name="On">The day as entered.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Unit">Id of the unit chosen; empty for all.</param>
/// <param name="By">Who records it.</param>
/// <param name="Refusals">Why it was not recorded.</param>
public sealed record EventAttempt(string Event, string On, string Subject, string Unit, string By, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The refusals that belong to one field.</summary>
    public IEnumerable<Refusal> Of(params string[] codes) => Refusals.Where(refusal => codes.Contains(refusal.Code, StringComparer.Ordinal));
}
