namespace DoubleRandom.Service.Notices;

/// <summary>A notice as people will read it.</summary>
/// <param name="Subject">One line without control characters, at most 200 characters.</param>
/// <param name="Body">Plain text with LF line ends, at most 64 KB in UTF-8.</param>
/// <param name="IsCut">True when the body was longer and ends in an ellipsis.</param>
public sealed record RenderedNotice(string Subject, string Body, bool IsCut);
