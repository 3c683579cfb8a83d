using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs;

/// <summary>What the compiler made of a folder.</summary>
/// <param name="Pack">The pack; null when it could not be put together at all. With errors among the diagnostics it must not be adopted.</param>
/// <param name="Diagnostics">Every fault found, by file and line.</param>
public sealed record CompiledPack(Pack? Pack, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the pack may be adopted: it exists and no fault is an error.</summary>
    public bool IsValid => Pack is not null && Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
}
