using System.Globalization;

namespace DoubleRandom.Core;

/// <summary>Dates as text, the same on every machine and in every culture.</summary>
public static class IsoText
{
    /// <summary>A civil date as <c>yyyy-MM-dd</c> (ISO 8601).</summary>
    public static string Iso(this DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
