using System.Globalization;
using System.Xml;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>The rows of a sheet. Spreadsheets leave out the empty cells at a row's end; each row is given the width of the first.</summary>
internal sealed class XlsxRows(XmlReader xml, List<string> strings, XlsxStyles styles, bool isFrom1904)
{
    /// <summary>More columns than any directory has.</summary>
    private const int MostColumns = 300;
    private const int LongestCell = 32_767;

    private readonly string[] _cells = new string[MostColumns];
    private int _width;

    public IEnumerable<(int Line, string[]? Cells)> Read()
    {
        var (line, width) = (0, 0);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "row")
            {
                line = xml.GetAttribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : line + 1;
                Row();
                if (_width == 0)
                    continue;
                width = width == 0 ? _width : width;
                yield return (line, [.. _cells.Take(Math.Max(width, _width)).Select(cell => cell ?? "")]);
            }
    }

    private void Row()
    {
        Array.Clear(_cells);
        _width = 0;
        if (xml.IsEmptyElement)
            return;
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "c")
            {
                column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
                var text = Cell();
                if (text.Length == 0)
                    continue;
                if (column is < 0 or >= MostColumns || text.Length > LongestCell)
                    throw new InvalidDataException("A cell lies outside what a directory can hold.");
                _cells[column] = text;
                _width = Math.Max(_width, column + 1);
            }
    }

    private string Cell()
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (xml.IsEmptyElement)
            return "";
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
                text = XlsxStrings.TextOf(xml);
        return type switch
        {
            "s" => strings[int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)],
            "b" => text is "1" ? "TRUE" : "FALSE",
            "n" => text.Length == 0 ? "" : Number(text, style),
            "d" => text,
            _ => text,
        };
    }

    /// <summary>The shortest text of the number that was saved, or the date that its style shows.</summary>
    private string Number(string text, int style)
    {
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (styles.IsDate(style) && number is >= 1 and < 2_958_466)
            return DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(number) + (isFrom1904 ? 1462 : 0))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("0.###############E+0", CultureInfo.InvariantCulture);
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place)
        {
            if (letter is < 'A' or > 'Z')
                break;
            column = column * 26 + letter - 'A' + 1;
            if (column > MostColumns)
                break;
        }

        return column - 1;
    }
}
