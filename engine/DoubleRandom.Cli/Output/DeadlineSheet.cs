using CsvHelper;
using DoubleRandom.Core;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Output;

/// <summary>Planned deadlines as CSV for a spreadsheet: with a byte order mark, without which Excel garbles Chinese, and with cells that cannot become formulas.</summary>
internal static class DeadlineSheet
{
    private static readonly IReadOnlyList<(string Column, Func<Deadline, string?> Cell)> Columns =
    [
        ("jurisdiction", deadline => deadline.Key.Jurisdiction),
        ("obligation", deadline => deadline.Key.Obligation),
        ("obligationName", deadline => deadline.Obligation.Name.Zh),
        ("unit", deadline => deadline.Key.Unit),
        ("unitName", deadline => deadline.Unit.Name.Zh),
        ("period", deadline => deadline.Key.Period),
        ("opensOn", deadline => deadline.OpensOn.Iso()),
        ("dueOn", deadline => deadline.DueOn.Iso()),
        ("closesAt", deadline => deadline.ClosesAt),
        ("strength", deadline => deadline.Obligation.Strength.Word()),
        ("provisional", deadline => deadline.Occurrence.Provisional ? "true" : "false"),
        ("history", deadline => deadline.IsHistory ? "true" : "false"),
        ("document", deadline => deadline.Obligation.Basis.Document),
        ("article", deadline => deadline.Obligation.Basis.Article),
        ("local", deadline => deadline.Obligation.Basis.Local?.Zh),
    ];

    public static void Write(TextWriter output, IEnumerable<Deadline> deadlines)
    {
        output.Write('\uFEFF');
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        foreach (var (column, _) in Columns)
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var deadline in deadlines)
        {
            foreach (var (_, cell) in Columns)
                csv.WriteField(cell(deadline));
            csv.EndRecord();
        }
    }
}
