using System.Globalization;

namespace DoubleRandom.Service.Notices;

/// <summary>Civil dates as people read them, the same whatever the machine's culture.</summary>
internal static class NoticeDate
{
    /// <summary>2026-03-31 as 2026年3月31日（星期二） or Tue 31 Mar 2026; anything that is not an ISO date as it stands.</summary>
    public static string Format(string? iso, string language)
    {
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return iso ?? "";
        return language is "en"
            ? day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日（星期{"日一二三四五六"[(int)day.DayOfWeek]}）");
    }
}
