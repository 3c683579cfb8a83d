using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>What every request to a workflow says: who acts, and for which unit.</summary>
public abstract record WorkflowRequest
{
    /// <summary>Who acts, as the directory writes the name; the header Acting-Person will do instead.</summary>
    public string? By { get; init; }

    /// <summary>Id of the unit on whose behalf.</summary>
    [Required]
    public string? ByUnit { get; init; }

    internal WorkflowPerson PersonOf(HttpRequest request) => new(ByUnit ?? "", ActingPerson.Of(request, By));

    /// <summary>Where a name is missing: <c>null</c> where a text has to be.</summary>
    internal virtual IEnumerable<string> Holes() => [];
}

/// <summary>A command to an instance.</summary>
public abstract record CommandRequest : WorkflowRequest
{
    /// <summary>The version of the instance that the person saw. When what the command is about has changed since, it is refused with 409 and the changes.</summary>
    [Required]
    public long? Version { get; init; }
}

/// <summary>Starts an instance.</summary>
/// <param name="Subject">Id of what it is about; at most 120 characters.</param>
/// <param name="Cast">Units by role, for the roles that the workflow casts.</param>
/// <param name="Lists">Lists that the workflow takes, by name.</param>
/// <param name="Content">Facts that the start hands over, as a JSON object.</param>
public sealed record StartRequest(
    [property: Required] string? Subject, IReadOnlyDictionary<string, IReadOnlyList<string>>? Cast, IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists, JsonElement? Content) : WorkflowRequest
{
    internal override IEnumerable<string> Holes() => NamedLists.Holes("cast", Cast).Concat(NamedLists.Holes("lists", Lists));
}

/// <summary>Finishes a task.</summary>
/// <param name="Outcome">Id of the outcome; <c>done</c> unless given.</param>
/// <param name="Content">The fields of the form.</param>
/// <param name="Reason">Why; needed to send something back.</param>
/// <param name="Lists">Lists that the step sets, by name.</param>
public sealed record CompleteRequest(string? Outcome, JsonElement? Content, string? Reason, IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists) : CommandRequest
{
    internal override IEnumerable<string> Holes() => NamedLists.Holes("lists", Lists);
}

/// <summary>Does something that needs no more words.</summary>
public sealed record PlainRequest : CommandRequest;

/// <summary>Does something for a reason.</summary>
/// <param name="Reason">Why.</param>
public sealed record ReasonRequest([property: Required] string? Reason) : CommandRequest;

/// <summary>Has another person do a task.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record DelegateRequest([property: Required] string? Person, [property: Required] string? Reason) : CommandRequest;

/// <summary>Hands a task to another unit.</summary>
/// <param name="Unit">Id of the unit that is to do it.</param>
/// <param name="Reason">Why.</param>
public sealed record ReassignRequest([property: Required] string? Unit, [property: Required] string? Reason) : CommandRequest;

/// <summary>Moves a task's due day.</summary>
/// <param name="To">The later day.</param>
/// <param name="Reason">Why.</param>
public sealed record PostponeRequest([property: Required] DateOnly? To, [property: Required] string? Reason) : CommandRequest;

/// <summary>Adds items to a for-each that goes on.</summary>
/// <param name="Frame">Number of its batch.</param>
/// <param name="Items">The new items.</param>
/// <param name="Reason">Why.</param>
public sealed record AddRequest([property: Required] int? Frame, [property: Required] IReadOnlyList<string>? Items, [property: Required] string? Reason) : CommandRequest
{
    internal override IEnumerable<string> Holes() => NamedLists.Holes("items", Items);
}

/// <summary>Does an action of the workflow: adjusts it while it runs, or corrects it after its end.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Content">The fields of the action's form.</param>
/// <param name="Lists">Lists that the action replaces, by name.</param>
public sealed record ActRequest([property: Required] string? Reason, JsonElement? Content, IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists) : CommandRequest
{
    internal override IEnumerable<string> Holes() => NamedLists.Holes("lists", Lists);
}

/// <summary>Makes a remark.</summary>
/// <param name="Text">The remark.</param>
public sealed record CommentRequest([property: Required] string? Text) : CommandRequest;

/// <summary>Reports the result of a draw.</summary>
/// <param name="Record">Id of the draw's record.</param>
/// <param name="Items">What was drawn.</param>
public sealed record DrawnRequest([property: Required] string? Record, [property: Required] IReadOnlyList<string>? Items) : CommandRequest
{
    internal override IEnumerable<string> Holes() => NamedLists.Holes("items", Items);
}

/// <summary>Reports that something is public.</summary>
/// <param name="Record">Where, or id of the record.</param>
public sealed record PublishedRequest([property: Required] string? Record) : CommandRequest;

/// <summary>A file for a task, as a form.</summary>
/// <param name="File">The file; at most 20 MB.</param>
public sealed record AttachRequest([property: Required] IFormFile? File) : CommandRequest;

/// <summary>Asks what a new version means for the running instances of a workflow.</summary>
/// <param name="Mapping">New ids of steps by their old ones; null for a step that is gone. A step that is not named keeps its id.</param>
/// <param name="BeforeId">Only instances with a smaller number, for the next page.</param>
public sealed record MovePlanRequest(IReadOnlyDictionary<string, string?>? Mapping, long? BeforeId);

/// <summary>Moves an instance to the pack version that runs.</summary>
/// <param name="Mapping">New ids of steps by their old ones; null for a step that is gone. A step that is not named keeps its id.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveRequest(IReadOnlyDictionary<string, string?>? Mapping, [property: Required] string? Reason) : WorkflowRequest;
