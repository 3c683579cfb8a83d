using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>
/// An option that can change nothing where it stands is a reading that somebody believes in and nobody heeds: it is told. A warning, so that a version
/// adopted before this was looked at runs on.
/// </summary>
internal static class OptionChecks
{
    private static readonly string[] Options = ["inclusive", "startDayCounts", "nonWorkingDay", "closesAt"];

    /// <summary>The idle options of a rule, or of every entry of its history.</summary>
    public static IEnumerable<Diagnostic> Of(Node rule)
    {
        if (rule.IsArray)
            return rule.Items.SelectMany(entry => Options.Select(option => entry["value"]?[option]).OfType<Node>()).Select(option => TimeFaults.OptionInHistory(option.Place));
        return Idle(rule);
    }

    private static IEnumerable<Diagnostic> Idle(Node rule)
    {
        if (rule["inclusive"] is { } inclusive && !NamesADay(rule))
            yield return TimeFaults.IdleInclusive(inclusive.Place);
        if (rule["startDayCounts"] is { } counts && rule["after"] is null)
            yield return TimeFaults.IdleStartDay(counts.Place);
        if (rule["nonWorkingDay"] is { } moves && rule["quota"] is not null)
            yield return TimeFaults.IdleRoll(moves.Place);
        if (rule["nonWorkingDay"] is { Text: "next" } later && rule["before"] is not null)
            yield return TimeFaults.BackwardMovesEarlier(later.Place);
    }

    /// <summary>Whether the rule names a day by its number, of which 前 can be said.</summary>
    private static bool NamesADay(Node rule) =>
        rule["once"] is not null || rule["on"]?["day"] is not null || rule["yearlyOn"]?.Items.Any(day => !day.Text.EndsWith("end", StringComparison.Ordinal)) == true;
}
