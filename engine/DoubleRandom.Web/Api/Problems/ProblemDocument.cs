using System.Text.Json.Serialization;
using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>An error as RFC 9457 has it.</summary>
/// <param name="Type">The kind of error, a stable address.</param>
/// <param name="Title">The kind of error in the reader's language.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong here and what to do, in the reader's language.</param>
/// <param name="TraceId">Finds this request in log and traces.</param>
/// <param name="Errors">Every reason, each with what it is about, in both languages.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<Refusal> Errors)
{
    /// <summary>What happened since the version that the request had seen, oldest first; absent when that is not why it was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemChange>? Changes { get; init; }
}

/// <summary>Something that happened since the version that a request had seen.</summary>
/// <param name="Version">The version after it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who.</param>
/// <param name="Text">What.</param>
public sealed record ProblemChange(long Version, DateTimeOffset At, string By, Bilingual Text);
