using System.ComponentModel.DataAnnotations;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>A decision by a person, for a reason.</summary>
/// <param name="By">Who decides; the header Acting-Person will do instead.</param>
/// <param name="Reason">Why.</param>
public sealed record DecisionRequest(string? By, [property: Required] string? Reason);

/// <summary>An extension of a deadline.</summary>
/// <param name="To">The later day.</param>
/// <param name="By">Who decides; the header Acting-Person will do instead.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionRequest([property: Required] DateOnly? To, string? By, [property: Required] string? Reason);

/// <summary>Somebody does something that needs no reason.</summary>
/// <param name="By">Who; the header Acting-Person will do instead.</param>
public sealed record PersonRequest(string? By);
