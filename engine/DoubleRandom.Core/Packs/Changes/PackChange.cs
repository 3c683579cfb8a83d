namespace DoubleRandom.Core.Packs.Changes;

/// <summary>What became of something between two versions.</summary>
public enum Fate
{
    /// <summary>Only the new version has it.</summary>
    Added,

    /// <summary>Both have it, and it says something else.</summary>
    Changed,

    /// <summary>Both have it, at another place among the others that both have.</summary>
    Moved,

    /// <summary>Only the old version has it.</summary>
    Vanished,
}

/// <summary>A rule set or workflow that is not what it was.</summary>
/// <param name="Fate">What became of it; never <see cref="Fate.Moved"/>.</param>
/// <param name="Kind"><c>rules</c> or <c>workflow</c>.</param>
/// <param name="Id">Its id within the pack.</param>
/// <param name="Name">Its name in the new version, else in the old one.</param>
/// <param name="OldVersion">SHA-256 over the old content, hexadecimal; of a workflow the version on which instances run. Null when there was none.</param>
/// <param name="NewVersion">SHA-256 over the new content; null when there is none.</param>
/// <param name="Parts">What is different inside; empty unless it changed.</param>
public sealed record PackChange(Fate Fate, string Kind, string Id, Bilingual Name, string? OldVersion, string? NewVersion, IReadOnlyList<PartChange> Parts);

/// <summary>A part of a rule set or workflow that is not what it was. One that changed and moved stands twice.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Kind"><c>fact</c>, <c>input</c>, <c>output</c>, <c>row</c>, <c>param</c>, <c>rule</c>, <c>step</c> or <c>action</c>; <c>rules</c> or <c>workflow</c> for what stands beside these.</param>
/// <param name="Id">Its id; of rules and parameters in the shape of RulesEngine their name.</param>
/// <param name="Keys">The keys that say something else, entries of lists as <c>outcomes/approved</c>; empty unless it changed.</param>
/// <param name="OldAt">Its place among those of its kind in the old version, from 1; null when it was not there.</param>
/// <param name="NewAt">Its place in the new version; null when it is not there.</param>
public sealed record PartChange(Fate Fate, string Kind, string Id, IReadOnlyList<string> Keys, int? OldAt, int? NewAt);
