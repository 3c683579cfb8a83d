using System.Globalization;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>Turns the lines of a table into entries of a directory, one after the other, and gathers what is wrong with any of them.</summary>
/// <param name="sheet">The directory.</param>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="progress">Hears of the lines read, now and then.</param>
internal sealed class TableReader(DirectorySheet sheet, DirectoryFaults faults, IProgress<int>? progress)
{
    /// <summary>The most lines of a file.</summary>
    private const int MostLines = 20_000_000;
    private const int Stride = 50_000;

    private string[] _cells = [];
    private int?[] _places = [];

    /// <summary>How many lines had something in them.</summary>
    public int Count { get; private set; }

    public IEnumerable<DirectoryEntry> Entries(IEnumerable<(int Line, string[]? Cells)> lines)
    {
        using var records = lines.GetEnumerator();
        if (Heading(records) is not { } heading)
            yield break;
        _places = [.. sheet.Columns.Select(column => heading.PlaceOf(column.Id))];
        while (records.MoveNext())
        {
            var (line, cells) = records.Current;
            if (Entry(line, cells, heading.Count) is { } entry)
                yield return entry;
            if (line % Stride == 0)
                progress?.Report(line);
            if (Count > MostLines)
                throw TableFileException.Of("directory-too-many", line, $"超过 {MostLines} 行", string.Create(CultureInfo.InvariantCulture, $"more than {MostLines} lines"), new("拆分后分次导入", "split the file"));
        }

        if (Count == 0)
            faults.Add(new("directory-empty", 0, null, null, new("只有表头，没有内容", "there is a heading but nothing in it"), new("至少填写一行", "write at least one line")));
    }

    private DirectoryHeader? Heading(IEnumerator<(int Line, string[]? Cells)> records)
    {
        if (records.MoveNext() && records.Current.Cells is { } cells)
            return DirectoryHeader.Read(cells, records.Current.Line, sheet.Columns, faults.Add);
        faults.Add(new("directory-empty", 1, null, null, new("没有可以读取的表头", "there is no heading that can be read"), new("首行写列名", "write the names of the columns in the first line")));
        return null;
    }

    private DirectoryEntry? Entry(int line, string[]? cells, int expected)
    {
        if (cells is null)
            faults.Add(DirectoryFile.BrokenQuotes(line));
        else if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
        {
            Count++;
            if (cells.Length == expected)
                return sheet.Read(line, CellsOf(cells), faults);
            faults.Add(DirectoryFile.WrongCount(line, cells.Length, expected));
        }

        return null;
    }

    private Func<int, string> CellsOf(string[] cells)
    {
        _cells = cells;
        return Cell;
    }

    private string Cell(int column) => _places[column] is { } place ? _cells[place].Trim() : "";
}
