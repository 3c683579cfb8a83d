namespace DoubleRandom.Store.Inspections;

/// <summary>A version of a department's record.</summary>
/// <param name="Target">The target.</param>
/// <param name="Department">Id of the unit.</param>
/// <param name="Version">From 1.</param>
/// <param name="Content">The record as JSON, as it was kept.</param>
/// <param name="Digest">SHA-256 of the content, lower-case hexadecimal.</param>
/// <param name="Category">Its leading result.</param>
/// <param name="Reason">Why it corrects the version before; null for the first.</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="RecordedAt">When (UTC).</param>
public sealed record RecordRow(
    string Target, string Department, int Version, string Content, string Digest, string Category, string? Reason, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A version of a joint result.</summary>
/// <param name="Target">The target.</param>
/// <param name="Version">From 1.</param>
/// <param name="Content">The result as JSON.</param>
/// <param name="Category">The leading result.</param>
/// <param name="InspectedOn">The civil day.</param>
/// <param name="Reason">Why it is another than the version before; null for the first.</param>
/// <param name="MadeAt">When (UTC).</param>
public sealed record ResultRow(string Target, int Version, string Content, string Category, DateOnly InspectedOn, string? Reason, DateTimeOffset MadeAt);

/// <summary>A photograph, signature or other proof, without its content.</summary>
/// <param name="Target">The target.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal: its name within the inspection.</param>
/// <param name="Name">What the sender called it.</param>
/// <param name="MediaType">What its bytes say it is.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="SentBy">By whom.</param>
/// <param name="SentUnit">Id of that person's unit.</param>
/// <param name="SentAt">When (UTC).</param>
public sealed record FileRow(string Target, string Sha256, string Name, string MediaType, long Bytes, string SentBy, string SentUnit, DateTimeOffset SentAt);

/// <summary>An inspector of a team.</summary>
/// <param name="Target">The target.</param>
/// <param name="Department">Id of the unit.</param>
/// <param name="Inspector">The pseudonym.</param>
/// <param name="Origin"><c>draw</c> or <c>given</c>.</param>
public sealed record TeamRow(string Target, string Department, string Inspector, string Origin);

/// <summary>A deadline for publishing results.</summary>
/// <param name="Instance">Number of the instance whose step it is; null for a duty that arises from an event.</param>
/// <param name="Subject">Id of the task that the event was about; of a step's deadline its own period.</param>
/// <param name="Status"><c>open</c>, <c>met</c> or <c>met-late</c>.</param>
/// <param name="DueAt">When it closes or closed (UTC).</param>
public sealed record PublicationDue(long? Instance, string Subject, string Status, DateTimeOffset DueAt);
