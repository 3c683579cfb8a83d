using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Web.Api.Draws;

/// <summary>Asks for a draw; see docs/draw.md.</summary>
/// <param name="What"><c>targets</c> from the directory, or <c>inspectors</c> for targets that were drawn already.</param>
/// <param name="Witnesses">The names of two or more witnesses.</param>
/// <param name="Scheme">The pack's scheme by which it is drawn; that of the step that waits unless given.</param>
/// <param name="Rules">Rules of the draw, without the roots of lists; they go before the scheme's.</param>
/// <param name="Days">The days of the check, when inspectors are assigned by the scheme.</param>
/// <param name="Instance">Number of the workflow instance that waits for it.</param>
/// <param name="Scope">Which part of the directory; all of it unless given. For inspectors the targets of the instance.</param>
/// <param name="Stratum">What divides the frame: a rule set, or <c>creditRiskClass</c>, <c>area</c>, <c>industry</c>.</param>
/// <param name="Weight">The rule set that gives the weight.</param>
/// <param name="Yearly">A quota of a year that batches fill together, instead of a number in the rules.</param>
/// <param name="BeaconRound">The round of a public beacon that comes after the witnesses.</param>
/// <param name="Sealed">Whether who was drawn stays secret until the checks are over; as the scheme says unless given, and without one it does.</param>
/// <param name="On">The day as of which the directories are taken; today unless given.</param>
/// <param name="Supersedes">Number of the draw whose place it takes.</param>
/// <param name="Reason">Why it takes that place.</param>
public sealed record DrawRequest(
    [property: Required] string? What, [property: Required] IReadOnlyList<string>? Witnesses, string? Scheme, JsonElement? Rules, DaysRequest? Days, long? Instance, ScopeRequest? Scope, string? Stratum, string? Weight,
    YearlyRequest? Yearly, string? BeaconRound, bool? Sealed, DateOnly? On, string? Supersedes, string? Reason) : WorkflowRequest
{
    internal DrawOrder Order(string jurisdiction) => new()
    {
        Jurisdiction = jurisdiction,
        What = What!,
        Scheme = Scheme,
        Rules = WorkflowBody.TextOf(Rules) ?? "{}",
        Days = Days is { From: { } from, To: { } to } ? (from, to) : null,
        Witnesses = Witnesses!,
        Instance = Instance,
        Scope = new(Scope?.Area, Scope?.Industry, Scope?.Subdirectory, Scope?.Codes),
        Stratum = Stratum,
        Weight = Weight,
        Yearly = Yearly is { } yearly ? new(yearly.Series!, yearly.Since!.Value, yearly.AtLeast, yearly.AtMost, yearly.Number, yearly.Batch) : null,
        BeaconRound = BeaconRound,
        IsSealed = Sealed,
        On = On,
        Supersedes = Supersedes,
        Reason = Reason,
    };

    internal override IEnumerable<string> Holes()
    {
        foreach (var place in NamedLists.Holes("witnesses", Witnesses).Concat(Scope?.Codes is { } codes ? NamedLists.Holes("scope.codes", codes) : []))
            yield return place;
        if (Yearly is { Series: null } or { Since: null })
            yield return "$.yearly";
        if (Days is { From: null } or { To: null })
            yield return "$.days";
    }
}

/// <summary>Days from one to another, both included.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record DaysRequest(DateOnly? From, DateOnly? To);

/// <summary>Part of a directory.</summary>
/// <param name="Area">The beginning of a division code.</param>
/// <param name="Industry">The beginning of an industry code.</param>
/// <param name="Subdirectory">A sub-directory.</param>
/// <param name="Codes">Those targets alone.</param>
public sealed record ScopeRequest(string? Area, string? Industry, string? Subdirectory, IReadOnlyList<string>? Codes);

/// <summary>A quota of a year that batches fill together, said in one of three ways.</summary>
/// <param name="Series">The name under which the batches belong together.</param>
/// <param name="Since">The first day that counts.</param>
/// <param name="AtLeast">Not less than so many percent, as text.</param>
/// <param name="AtMost">Not more than so many percent, as text.</param>
/// <param name="Number">So many.</param>
/// <param name="Batch">The most that this batch draws from a stratum.</param>
public sealed record YearlyRequest(string? Series, DateOnly? Since, string? AtLeast, string? AtMost, long? Number, long? Batch);

/// <summary>Takes a step of the ceremony that needs no more words.</summary>
public sealed record StepRequest : WorkflowRequest;

/// <summary>Confirms what was prepared.</summary>
/// <param name="Manifest">The hash that was seen.</param>
public sealed record FreezeRequest([property: Required] string? Manifest) : WorkflowRequest;

/// <summary>Enters what a witness gave.</summary>
/// <param name="Name">The witness.</param>
/// <param name="Value">Digits of ten-sided dice, or the string that was sealed.</param>
public sealed record WitnessRequest([property: Required] string? Name, [property: Required] string? Value) : WorkflowRequest;

/// <summary>Enters a beacon's value.</summary>
/// <param name="Value">What the named round gave.</param>
public sealed record BeaconRequest([property: Required] string? Value) : WorkflowRequest;

/// <summary>Uses the next substitute.</summary>
/// <param name="Instead">The target that cannot be checked.</param>
/// <param name="Reason">Why; it stands in the record.</param>
public sealed record SubstituteRequest([property: Required] string? Instead, [property: Required] string? Reason) : WorkflowRequest;

/// <summary>Gives a draw up.</summary>
/// <param name="Reason">Why; it is published.</param>
public sealed record AbandonRequest([property: Required] string? Reason) : WorkflowRequest;
