using DoubleRandom.Core.Packs;

namespace DoubleRandom.Service.Simulation;

/// <summary>The engine did not adopt the pack that was to be simulated.</summary>
/// <param name="folder">The pack's folder.</param>
/// <param name="diagnostics">Why.</param>
public sealed class PackNotAdoptedException(string folder, IReadOnlyList<Diagnostic> diagnostics) : Exception($"{folder} does not validate.")
{
    /// <summary>The pack's folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Why it was not adopted.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
