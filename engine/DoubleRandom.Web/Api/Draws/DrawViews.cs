using System.Text.Json;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Web.Api.Draws;

/// <summary>A draw in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What"><c>targets</c> or <c>inspectors</c>.</param>
/// <param name="Stage">How far the ceremony has come.</param>
/// <param name="Instance">The workflow instance that it is for.</param>
/// <param name="PreparedBy">Who prepared it.</param>
/// <param name="PreparedUnit">For which unit.</param>
/// <param name="FrozenBy">Who confirmed it.</param>
/// <param name="PreparedAt">When (UTC).</param>
/// <param name="FrozenAt">When it was frozen (UTC).</param>
/// <param name="DrawnAt">When it was drawn (UTC).</param>
/// <param name="DispatchedAt">When the procedures were told (UTC).</param>
/// <param name="RevealedAt">When everything was published (UTC).</param>
/// <param name="ManifestSha256">What a second person confirms.</param>
/// <param name="RecordSha256">The hash of its record.</param>
/// <param name="Supersedes">The draw whose place it takes.</param>
/// <param name="SupersededBy">The draw that takes its place.</param>
/// <param name="Reason">Why it was abandoned or superseded.</param>
public sealed record DrawView(
    string Number, string What, string Stage, long? Instance, string PreparedBy, string PreparedUnit, string? FrozenBy, DateTimeOffset PreparedAt, DateTimeOffset? FrozenAt, DateTimeOffset? DrawnAt,
    DateTimeOffset? DispatchedAt, DateTimeOffset? RevealedAt, string ManifestSha256, string? RecordSha256, string? Supersedes, string? SupersededBy, string? Reason)
{
    internal static DrawView Of(DrawRow row) => new(
        row.Number, row.What, row.Stage, row.Instance, row.PreparedBy, row.PreparedUnit, row.FrozenBy, row.PreparedAt, row.FrozenAt, row.DrawnAt, row.DispatchedAt, row.RevealedAt, row.ManifestSha256,
        row.RecordSha256, row.Supersedes, row.SupersededBy, row.Reason);
}

/// <summary>A page of draws, the newest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextBefore">Ask with this before for the next page; null when there is none.</param>
public sealed record DrawPage(IReadOnlyList<DrawView> Items, int? NextBefore);

/// <summary>A draw with everything that staff may see of it.</summary>
/// <param name="Draw">Where it stands.</param>
/// <param name="Manifest">What is frozen.</param>
/// <param name="Witnesses">The witnesses, each with what they gave.</param>
/// <param name="BeaconRound">The round of a public beacon.</param>
/// <param name="Beacon">Its value.</param>
/// <param name="Files">Its files with their SHA-256.</param>
/// <param name="Picks">Who was drawn; of very many the first 1,000.</param>
/// <param name="Assignments">Who goes where; of very many the first 1,000.</param>
/// <param name="Uses">The substitutes that were used, in order.</param>
/// <param name="Names">What targets and substitutes were called on the day of the draw, by code.</param>
public sealed record DrawDetailView(
    DrawView Draw, JsonElement Manifest, IReadOnlyList<WitnessSeat> Witnesses, string? BeaconRound, string? Beacon, IReadOnlyDictionary<string, string> Files, IReadOnlyList<DrawPickRow> Picks,
    IReadOnlyList<DrawAssignmentRow> Assignments, IReadOnlyList<DrawUseRow> Uses, IReadOnlyDictionary<string, string> Names)
{
    internal static DrawDetailView Of(DrawDetail detail) => new(
        DrawView.Of(detail.Row), JsonElement.Parse(detail.Row.Manifest), detail.State.Witnesses, detail.Row.BeaconRound, detail.Row.Beacon, detail.Files, detail.Picks, detail.Assignments, detail.Uses, detail.Names);
}
