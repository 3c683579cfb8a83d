namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>A report as it is written out, in one language: named fields, then tables.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Fields">What the documents ask of it, each under the name that they give it.</param>
/// <param name="Tables">The figures and findings behind it.</param>
public sealed record ReportDocument(string Title, IReadOnlyList<ReportField> Fields, IReadOnlyList<ReportTable> Tables);

/// <summary>A named field of a report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What stands in it; lines are parted by a line feed.</param>
public sealed record ReportField(string Name, string Text);

/// <summary>A table of a report.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Headers">The headings.</param>
/// <param name="Rows">The rows, each with a cell for every heading.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);
