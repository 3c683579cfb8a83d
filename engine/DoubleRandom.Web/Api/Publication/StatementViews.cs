using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace DoubleRandom.Web.Api.Publication;

/// <summary>A statement to the public.</summary>
/// <param name="Kind">item-list, annual-plan, plan-change, working-rules, draw, result or circular.</param>
/// <param name="Key">Which record: stable, part of its address.</param>
/// <param name="Act">publish, correct, withdraw or withhold.</param>
/// <param name="Title">What lists show; of a result the target's name. Not needed to withhold.</param>
/// <param name="Body">A JSON object of strings, integers, objects and arrays. Not needed to withdraw or withhold.</param>
/// <param name="Unit">Id of the unit that answers for it.</param>
/// <param name="Reason">Why it is corrected or withdrawn; public.</param>
/// <param name="Ground">The legal ground for withholding; public.</param>
/// <param name="By">Who states it; the header Acting-Person will do instead. Not public.</param>
public sealed record StatementRequest(
    [property: Required] string? Kind, [property: Required] string? Key, [property: Required] string? Act, string? Title, JsonElement? Body, string? Unit, string? Reason, string? Ground, string? By);
