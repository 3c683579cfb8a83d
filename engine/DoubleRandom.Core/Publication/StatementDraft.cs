namespace DoubleRandom.Core.Publication;

/// <summary>A statement that is about to be made.</summary>
/// <param name="Statement">What it says.</param>
public sealed record StatementDraft(Statement Statement)
{
    /// <summary>The bytes of its files, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);
}
