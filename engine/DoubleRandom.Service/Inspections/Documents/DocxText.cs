using System.IO.Compression;
using System.Text;
using System.Xml;
using DoubleRandom.Core.Inspections.Reports;

namespace DoubleRandom.Service.Inspections.Documents;

/// <summary>
/// Writes a report as a text document (ECMA-376, WordprocessingML): a title, named fields, tables. Every text is text: nothing in it becomes a field, a link or a macro.
/// The same report gives the same bytes.
/// </summary>
internal static class DocxText
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Zip keeps times from this day on; a time of writing would make equal reports differ.</summary>
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ReportDocument report, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """);
        Part(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""");
        using var part = Entry(archive, "word/document.xml");
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("w", "document", Main);
        Start(xml, "body");
        Paragraph(xml, report.Title, size: 36, isBold: true, isCentred: true);
        foreach (var field in report.Fields)
        {
            Paragraph(xml, field.Name, size: 28, isBold: true);
            foreach (var line in field.Text.Split('\n'))
                Paragraph(xml, line, size: 24);
        }

        foreach (var table in report.Tables)
            Table(xml, table);
        Section(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Table(XmlWriter xml, ReportTable table)
    {
        Paragraph(xml, table.Title, size: 28, isBold: true);
        Start(xml, "tbl");
        Start(xml, "tblPr");
        Start(xml, "tblW", ("w", "5000"), ("type", "pct"));
        xml.WriteEndElement();
        Start(xml, "tblBorders");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            Start(xml, side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "808080"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "tblGrid");
        foreach (var _ in table.Headers)
        {
            Start(xml, "gridCol");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Row(xml, table.Headers, isHeading: true);
        foreach (var row in table.Rows)
            Row(xml, row, isHeading: false);
        xml.WriteEndElement();
        Paragraph(xml, "", size: 18);
    }

    private static void Row(XmlWriter xml, IReadOnlyList<string> cells, bool isHeading)
    {
        Start(xml, "tr");
        if (isHeading)
        {
            Start(xml, "trPr");
            Start(xml, "tblHeader");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        foreach (var cell in cells)
        {
            Start(xml, "tc");
            foreach (var line in cell.Split('\n'))
                Paragraph(xml, line, size: 18, isBold: isHeading);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Paragraph(XmlWriter xml, string text, int size, bool isBold = false, bool isCentred = false)
    {
        Start(xml, "p");
        if (isCentred)
        {
            Start(xml, "pPr");
            Start(xml, "jc", ("val", "center"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        Start(xml, "r");
        Start(xml, "rPr");
        Start(xml, "rFonts", ("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"), ("eastAsia", "仿宋"));
        xml.WriteEndElement();
        if (isBold)
        {
            Start(xml, "b");
            xml.WriteEndElement();
        }

        Start(xml, "sz", ("val", size.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Keepable(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A4, lying: the tables are wide.</summary>
    private static void Section(XmlWriter xml)
    {
        Start(xml, "sectPr");
        Start(xml, "pgSz", ("w", "16838"), ("h", "11906"), ("orient", "landscape"));
        xml.WriteEndElement();
        Start(xml, "pgMar", ("top", "1134"), ("right", "1134"), ("bottom", "1134"), ("left", "1134"), ("header", "567"), ("footer", "567"), ("gutter", "0"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("w", name, Main);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString("w", attribute, Main, value);
    }

    /// <summary>XML has no way of writing some characters that forms let through.</summary>
    private static string Keepable(string text) => text.All(letter => XmlConvert.IsXmlChar(letter)) ? text : new([.. text.Where(letter => XmlConvert.IsXmlChar(letter))]);

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var part = Entry(archive, name);
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml.Trim()));
    }

    private static Stream Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Fixed;
        return entry.Open();
    }
}
