using System.Text.Json.Serialization;

namespace DoubleRandom.Service.Inspections;

/// <summary>What an archive of a task holds, and how long it is kept. It stands in the archive as <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Instance">Number of the task's workflow instance.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Subject">Id of the task.</param>
/// <param name="Status"><c>running</c>, <c>ended</c> or <c>cancelled</c> when the archive was made.</param>
/// <param name="EndedOn">The civil day on which the task ended; null while it runs.</param>
/// <param name="Version">Entries of its journal.</param>
/// <param name="PackHash">Content hash of the pack version that it ran on.</param>
/// <param name="Retention">How long the file is kept; null when the pack does not say.</param>
/// <param name="Files">Every file, by path.</param>
public sealed record ArchiveManifest(
    string Format, string Jurisdiction, long Instance, string Workflow, string Subject, string Status, DateOnly? EndedOn, long Version, string PackHash, ArchiveRetention? Retention, IReadOnlyList<ArchivedFile> Files)
{
    /// <summary>The name of this form of archive.</summary>
    [JsonIgnore]
    public static string Name => "DR-ARCHIVE/1";
}

/// <summary>How long an archive is kept.</summary>
/// <param name="Years">Full years after the one in which the task ended.</param>
/// <param name="Until">The last day; null while the task runs.</param>
/// <param name="Basis">The document and article that say so; null for a local value.</param>
/// <param name="Local">Why it is so where no text gives a period; null for law.</param>
public sealed record ArchiveRetention(int Years, DateOnly? Until, string? Basis, string? Local);

/// <summary>A file of an archive.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ArchivedFile(string Path, string Sha256, long Bytes);
