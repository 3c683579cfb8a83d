using System.Text;
using CsvHelper;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories.Spreadsheets;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>The lines of a CSV file or of a workbook's first sheet, read one after the other: a file of any length needs the memory of a few lines.</summary>
internal static class TableFile
{
    /// <summary>The lines with their cells; null cells where the quotes of a line are broken.</summary>
    /// <exception cref="TableFileException">The file cannot be read on.</exception>
    public static IEnumerable<(int Line, string[]? Cells)> Lines(Stream file, Encoding? encoding) => encoding is null ? XlsxBook.Lines(file) : CsvLines(file, encoding);

    private static IEnumerable<(int Line, string[]? Cells)> CsvLines(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var rules = CsvRecords.Rules(out var broken);
        // UTF-8 is read as it is, with or without its mark; only other text is turned into it.
        using var records = CsvRecords.Of(CsvReader.Create(file, encoding is UTF8Encoding ? rules : rules with { Encoding = encoding }, leaveOpen: true), broken).GetEnumerator();
        while (Next(records))
        {
            var (line, cells) = records.Current;
            for (var i = 0; i < cells?.Length; i++)
                cells[i] = FormulaGuard.Lifted(cells[i]);
            yield return (line, cells);
        }
    }

    private static bool Next(IEnumerator<(int Line, string[]? Cells)> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (CsvFormatException)
        {
            var line = records.Current.Line + 1;
            throw TableFileException.Of("directory-line-long", line, "一行超过 1 MB", "a line is longer than 1 MB", new("检查该行的引号和换行", "look at the quotes and line breaks there"));
        }
    }
}
