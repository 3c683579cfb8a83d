using System.Globalization;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Directories;

/// <summary>Brings the cells of a directory file into plain form, or says what is wrong with them.</summary>
/// <param name="units">Ids of the jurisdiction's units by every name that a file may call them by.</param>
internal sealed class CellReader(IReadOnlyDictionary<string, string> units)
{
    private const int LongestUnit = 64;
    private const int LongestPseudonym = 64;
    private static readonly char[] Separators = [';', '；', '、', '\n'];
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] FormulaErrors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];

    /// <summary>The plain form of a cell; null when it is empty and nothing stands for that, or when a fault was added.</summary>
    public string? Read(int line, DirectoryColumn column, string cell, DirectoryFaults faults)
    {
        if (cell.Length == 0)
        {
            if (column.IsRequired)
                faults.Add(CellFaults.Empty(line, column));
            return column.Otherwise;
        }

        var (plain, fault) = Array.Exists(FormulaErrors, error => error.Equals(cell, StringComparison.Ordinal))
            ? (null, CellFaults.FormulaError)
            : column.IsList ? List(column, cell) : One(column.Kind, column, cell);
        if (fault is { } found)
            faults.Add(CellFaults.Wrong(line, column, cell, found));
        return plain;
    }

    private (string? Plain, (string, Bilingual, Bilingual)? Fault) List(DirectoryColumn column, string cell)
    {
        var parts = cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > DirectoryColumn.MostParts)
            return (null, CellFaults.Parts);
        for (var i = 0; i < parts.Length; i++)
        {
            var (plain, fault) = One(PartOf(column.Kind), column, parts[i]);
            if (fault is not null)
                return (null, fault);
            parts[i] = plain!;
        }

        return (parts.Length == 0 ? null : string.Join(';', parts.Distinct(StringComparer.Ordinal)), null);
    }

    private static ColumnKind PartOf(ColumnKind list) => list switch
    {
        ColumnKind.Targets => ColumnKind.Target,
        ColumnKind.Divisions => ColumnKind.Division,
        ColumnKind.Dates => ColumnKind.Date,
        ColumnKind.Stretches => ColumnKind.Stretches,
        _ => ColumnKind.Text,
    };

    private (string? Plain, (string, Bilingual, Bilingual)? Fault) One(ColumnKind kind, DirectoryColumn column, string cell) => kind switch
    {
        ColumnKind.Pseudonym => IsPseudonym(cell) ? (cell, null) : (null, CellFaults.Pseudonym),
        ColumnKind.Target => TargetCode.FaultOf(cell) is var (problem, remedy) ? (null, ("directory-code-bad", problem, remedy)) : (cell, null),
        ColumnKind.Registration => RegistrationNumber.IsValid(cell) ? (cell, null) : (null, CellFaults.Registration),
        ColumnKind.Industry => IndustryCode.IsValid(cell) ? (cell, null) : (null, CellFaults.Industry),
        ColumnKind.Division => DivisionCode.IsValid(cell) ? (cell, null) : (null, CellFaults.Division),
        ColumnKind.Unit => units.TryGetValue(cell, out var id) ? (id, null) : (null, CellFaults.Unit(cell.Length > LongestUnit ? null : NearMiss.Of(cell, units.Keys))),
        ColumnKind.Number => Number(cell) is { } number ? (number, null) : (null, CellFaults.Number),
        ColumnKind.Percent => Percent(cell) is { } percent ? (percent, null) : (null, CellFaults.Percent),
        ColumnKind.Date => Date(cell) is { } on ? (on.Iso(), null) : (null, CellFaults.Date),
        ColumnKind.Stretches => Stretch(cell) is { } stretch ? (stretch, null) : (null, CellFaults.Stretch),
        ColumnKind.Flag => Flag(cell) is { } flag ? (flag, null) : (null, CellFaults.Flag),
        ColumnKind.Choice => Choice(column, cell) is { } word ? (word, null) : (null, CellFaults.Choice(column)),
        _ => cell.Length > column.Longest || cell.Any(char.IsControl) ? (null, CellFaults.Text(column.Longest)) : (cell, null),
    };

    private static bool IsPseudonym(string cell) => cell.Length <= LongestPseudonym && cell.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one) || one is '-');

    private static string? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Rules.Facts.FactLimits.Number ? Plain(number) : null;

    private static string? Percent(string cell) =>
        decimal.TryParse(cell.TrimEnd('%', '％', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100 ? Plain(number) : null;

    /// <summary>Without trailing zeros: 5.00 and 5 are one number.</summary>
    private static string Plain(decimal number) => (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Date(string cell) =>
        DateTime.TryParseExact(cell, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on.Year >= 1900 ? DateOnly.FromDateTime(on) : null;

    private static string? Stretch(string cell)
    {
        var ends = cell.Split(['/', '至', '~'], StringSplitOptions.TrimEntries);
        return ends.Length == 2 && Date(ends[0]) is { } first && Date(ends[1]) is { } last && first <= last ? $"{first.Iso()}/{last.Iso()}" : null;
    }

    private static string? Flag(string cell) => cell.ToUpperInvariant() switch
    {
        "是" or "有" or "Y" or "YES" or "TRUE" or "1" => "true",
        "否" or "无" or "N" or "NO" or "FALSE" or "0" => "false",
        _ => null,
    };

    private static string? Choice(DirectoryColumn column, string cell) => column.Choices
        .FirstOrDefault(choice => choice.Id.Equals(cell, StringComparison.OrdinalIgnoreCase) || choice.Name.Zh.Equals(cell, StringComparison.Ordinal) || choice.Name.En.Equals(cell, StringComparison.OrdinalIgnoreCase))?.Id;
}
