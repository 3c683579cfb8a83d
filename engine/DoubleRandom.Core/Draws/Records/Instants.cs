using System.Globalization;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Instants in a record: UTC to the second, <c>-</c> for none.</summary>
internal static class Instants
{
    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset? at) => at?.UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture) ?? DrawRecord.None;

    public static bool TryRead(string text, out DateTimeOffset? at)
    {
        at = null;
        if (text is DrawRecord.None)
            return true;
        if (!DateTimeOffset.TryParseExact(text, Shape, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read))
            return false;
        at = read;
        return true;
    }
}
