using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>An error as RFC 9457 has it.</summary>
/// <param name="Type">The kind of error, a stable address.</param>
/// <param name="Title">The kind of error in the reader's language.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong here and what to do, in the reader's language.</param>
/// <param name="TraceId">Finds this request in log and traces.</param>
/// <param name="Errors">Every reason, each with what it is about, in both languages.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<Refusal> Errors);
