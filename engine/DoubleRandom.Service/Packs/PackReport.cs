using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Service.Packs;

/// <summary>Everything that validation says of one pack folder.</summary>
/// <param name="Folder">The folder: <c>640425-pengyang</c>, or <c>_base-national</c>.</param>
/// <param name="Pack">The compiled pack; null for a base pack, and when the files do not make a pack at all.</param>
/// <param name="Diagnostics">Every fault, by file and line; those in its base packs too.</param>
public sealed record PackReport(string Folder, Pack? Pack, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the folder is a base pack, which others extend and which is never run by itself.</summary>
    public bool IsBase => Folder.StartsWith('_');

    /// <summary>Whether it may be adopted: no fault is an error.</summary>
    public bool IsValid => (IsBase || Pack is not null) && Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);

    /// <summary>How many obligations the pack states itself, without the reminders that the engine adds for documents that lapse.</summary>
    public int Obligations => Pack?.Obligations.Count(obligation => !obligation.Id.StartsWith("document.", StringComparison.Ordinal)) ?? 0;

    /// <summary>How much of its documents it carries; null when there is no pack.</summary>
    public CoverageCount? Coverage => Pack is null ? null : CoverageCount.Of(Pack.Coverage);
}
