using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Publication.Circulars;

namespace DoubleRandom.Web.Pages.Notices;

/// <summary>The circulars of a notice, for the office to decide on.</summary>
/// <param name="Notice">Number of the notice.</param>
/// <param name="Pack">The pack that runs; null when none does, and then there are no drafts.</param>
/// <param name="Drafts">The circulars.</param>
/// <param name="Attempt">What was entered.</param>
public sealed record CircularsView(long Notice, Pack? Pack, IReadOnlyList<CircularDraft> Drafts, CircularAttempt Attempt);

/// <summary>What was entered in the form of a circular, and why it was refused.</summary>
/// <param name="Do">The button: <c>publish</c>, <c>correct</c> or <c>withdraw</c>; empty before anything was tried.</param>
/// <param name="Deadline">Which circular.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The corrected text.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Refusals">Every reason against it.</param>
public sealed record CircularAttempt(string Do, string Deadline, string By, string Text, string Reason, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was entered yet.</summary>
    public static CircularAttempt None(string by) => new("", "", by, "", "", []);
}
