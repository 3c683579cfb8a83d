using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>
/// A workbook with one sheet, written row by row (ECMA-376). Every cell is text and formatted as text: no cell is a formula, and no spreadsheet turns an 18-digit
/// code into a rounded number when somebody edits it.
/// </summary>
internal sealed class XlsxSheetWriter : ISheetWriter
{
    /// <summary>The most rows that spreadsheets open.</summary>
    private const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive _archive;
    private readonly XmlWriter _sheet;
    private int _row;

    public XlsxSheetWriter(Stream output)
    {
        _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/></Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        // Format 49 is text.
        Part("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        _sheet = XmlWriter.Create(_archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData");
    }

    public ValueTask WriteAsync(IReadOnlyList<string> cells, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (++_row > MostRows)
            throw TableFileException.Of("directory-workbook-rows", _row, $"超过工作簿的 {MostRows} 行", string.Create(CultureInfo.InvariantCulture, $"more than the {MostRows} rows of a workbook"), new("改用 CSV 导出", "export as CSV"));
        _sheet.WriteStartElement("row");
        _sheet.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Length > 0)
                Cell(i, cells[i]);
        _sheet.WriteEndElement();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _archive.Dispose();
        return default;
    }

    private void Cell(int column, string text)
    {
        _sheet.WriteStartElement("c");
        _sheet.WriteAttributeString("r", NameOf(column) + _row.ToString(CultureInfo.InvariantCulture));
        _sheet.WriteAttributeString("s", "1");
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is");
        _sheet.WriteStartElement("t");
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(text);
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    private static string NameOf(int column) => (column >= 26 ? ((char)('A' + column / 26 - 1)).ToString() : "") + (char)('A' + column % 26);

    private void Part(string name, string xml)
    {
        using var part = _archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml.Trim()));
    }
}
