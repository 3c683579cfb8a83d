using DoubleRandom.Core.Directories;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Which targets of the directory a draw is about. Those outside are not in the frame at all; those inside stay in it even when they are excluded.</summary>
/// <param name="Area">The beginning of a division code; null for all areas.</param>
/// <param name="Industry">The beginning of an industry code; null for all industries, as an undirected draw has it.</param>
/// <param name="Subdirectory">A sub-directory; null for all.</param>
/// <param name="Codes">Those targets alone, such as the ones already drawn that want inspectors; null for no such list.</param>
public sealed record DrawScope(string? Area = null, string? Industry = null, string? Subdirectory = null, IReadOnlyList<string>? Codes = null)
{
    /// <summary>Says of a target whether it belongs to it. To be asked of many: the codes are put in order once.</summary>
    public Predicate<Target> Filter()
    {
        var codes = Codes?.ToHashSet(StringComparer.Ordinal);
        return target =>
            codes?.Contains(target.Code) != false
            && Begins(target.Area, Area) && Begins(target.Industry, Industry)
            && (Subdirectory is null || target.Subdirectories.Contains(Subdirectory, StringComparer.Ordinal));
    }

    private static bool Begins(string? value, string? wanted) => wanted is null || value?.StartsWith(wanted, StringComparison.Ordinal) == true;
}
