using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Service.Publication.Circulars;

namespace DoubleRandom.Web.Api.Publication;

/// <summary>A circular that was drafted with a notice, as the public would read it.</summary>
/// <param name="Deadline">The deadline, <c>obligation/unit/period</c>.</param>
/// <param name="DeadlineStatus">How the deadline stands now.</param>
/// <param name="State">published, corrected, withdrawn or withheld; null when it was never public.</param>
/// <param name="Address">Where the public record stands, or would stand.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text in both languages, the unit that owes, the duty, its due day and basis; persons are taken out.</param>
/// <param name="Unit">Id of the unit that answers for it.</param>
/// <param name="Against">Why it cannot be published now; none when it can.</param>
public sealed record CircularView(string Deadline, string DeadlineStatus, string? State, string Address, string Title, JsonElement Body, string? Unit, IReadOnlyList<Refusal> Against)
{
    /// <summary>A draft of the desk.</summary>
    public static CircularView Of(CircularDraft draft) => new(
        draft.Name, draft.DeadlineStatus, draft.State, draft.Address, draft.Statement.Title, JsonElement.Parse(draft.Statement.Body), draft.Statement.Unit, draft.Against);
}

/// <summary>What is done with a drafted circular.</summary>
/// <param name="Act">publish, correct or withdraw; publish when it is left out.</param>
/// <param name="Deadline">Which deadline, <c>obligation/unit/period</c>, where the notice has circulars about several.</param>
/// <param name="Text">The whole text as it should stand; needed to correct.</param>
/// <param name="Reason">Why it is corrected or withdrawn; public.</param>
/// <param name="By">Who does it; the header Acting-Person will do instead. Not public.</param>
public sealed record CircularRequest(string? Act, string? Deadline, string? Text, string? Reason, string? By);
