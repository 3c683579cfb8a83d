using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Line;

/// <summary>A pack that was to be used has errors. Ends the command with exit status 1.</summary>
internal sealed class BrokenPackException(string folder, IReadOnlyList<Diagnostic> diagnostics) : Exception($"{folder} does not validate.")
{
    public string Folder { get; } = folder;

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
