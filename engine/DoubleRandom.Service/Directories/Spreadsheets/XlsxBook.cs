using System.IO.Compression;
using System.Xml;
using DoubleRandom.Core;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>A workbook (ECMA-376, .xlsx): its first sheet is read row by row. Formulas count by the value that was saved with them.</summary>
internal static class XlsxBook
{
    private const int MostParts = 10_000;
    private const long MostSmall = 16_000_000;
    private const long MostStrings = 600_000_000;
    private const long MostSheet = 4_000_000_000;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly Bilingual SaveAnew = new("在表格软件中另存为 .xlsx 或 CSV", "save it anew from the spreadsheet as .xlsx or CSV");

    /// <summary>The rows that have cells, with their numbers.</summary>
    /// <exception cref="TableFileException">The workbook cannot be read, or unpacks beyond its limits.</exception>
    public static IEnumerable<(int Line, string[]? Cells)> Lines(Stream file)
    {
        using var rows = Rows(file).GetEnumerator();
        while (Next(rows))
            yield return rows.Current;
    }

    private static IEnumerable<(int Line, string[]? Cells)> Rows(Stream file)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts)
            throw Unreadable();
        var (sheet, isFrom1904) = FirstSheet(archive);
        var styles = archive.GetEntry("xl/styles.xml") is { } style ? XlsxStyles.Read(style, MostSmall) : XlsxStyles.None;
        var strings = archive.GetEntry("xl/sharedStrings.xml") is { } shared ? XlsxStrings.Read(shared, MostStrings) : [];
        using var xml = XlsxPart.Xml(sheet, MostSheet);
        foreach (var row in new XlsxRows(xml, strings, styles, isFrom1904).Read())
            yield return row;
    }

    private static bool Next(IEnumerator<(int Line, string[]? Cells)> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException or ArgumentException)
        {
            throw Unreadable();
        }
    }

    private static TableFileException Unreadable() => TableFileException.Of("directory-workbook-broken", 0, "工作簿已损坏，或不是 .xlsx", "the workbook is damaged, or no .xlsx", SaveAnew);

    private static (ZipArchiveEntry Sheet, bool IsFrom1904) FirstSheet(ZipArchive archive)
    {
        var (relation, isFrom1904) = ("", false);
        using (var book = XlsxPart.Xml(archive.GetEntry("xl/workbook.xml") ?? throw Unreadable(), MostSmall))
            while (book.Read() && relation.Length == 0)
                if (book.NodeType == XmlNodeType.Element && book.LocalName is "workbookPr")
                    isFrom1904 = book.GetAttribute("date1904") is "1" or "true";
                else if (book.NodeType == XmlNodeType.Element && book.LocalName is "sheet")
                    relation = book.GetAttribute("id", Relations) ?? "";

        using var relations = XlsxPart.Xml(archive.GetEntry("xl/_rels/workbook.xml.rels") ?? throw Unreadable(), MostSmall);
        while (relations.Read())
            if (relations.LocalName is "Relationship" && relations.GetAttribute("Id") is { } id && id.Equals(relation, StringComparison.Ordinal))
                return (archive.GetEntry(PathOf(relations.GetAttribute("Target") ?? "")) ?? throw Unreadable(), isFrom1904);
        throw Unreadable();
    }

    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;
}
