using System.IO.Compression;
using System.Text;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>Workbooks as other programs write them, and as attackers do.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook with shared strings, a sheet whose name of part is its own, and style 1 a date, style 2 a date of the program's own.</summary>
    public static MemoryStream Of(string rows, params string[] shared) => Of(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"名录\" sheetId=\"3\" r:id=\"rId7\"/><sheet name=\"别的\" sheetId=\"4\" r:id=\"rId8\"/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId8\" Target=\"worksheets/other.xml\"/><Relationship Id=\"rId7\" Target=\"/xl/worksheets/list.xml\"/></Relationships>",
        ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>",
        ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">{string.Concat(shared.Select(text => $"<si>{text}</si>"))}</sst>",
        ["xl/worksheets/list.xml"] = $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>",
    });

    /// <summary>A workbook of parts.</summary>
    public static MemoryStream Of(IReadOnlyDictionary<string, string> parts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
                using (var part = archive.CreateEntry(name).Open())
                    part.Write(Encoding.UTF8.GetBytes(content));
        stream.Position = 0;
        return stream;
    }

    /// <summary>A hundred kilobytes that unpack to so many megabytes of one text.</summary>
    public static MemoryStream Bomb(int megabytes, bool inSheet)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = new ZipArchive(Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>"), ZipArchiveMode.Read))
                foreach (var entry in book.Entries.Where(entry => !string.Equals(entry.FullName, inSheet ? "xl/worksheets/list.xml" : "xl/sharedStrings.xml", StringComparison.Ordinal)))
                {
                    using var from = entry.Open();
                    using var to = archive.CreateEntry(entry.FullName).Open();
                    from.CopyTo(to);
                }

            Swell(archive.CreateEntry(inSheet ? "xl/worksheets/list.xml" : "xl/sharedStrings.xml"), megabytes, inSheet);
        }

        stream.Position = 0;
        return stream;
    }

    private static void Swell(ZipArchiveEntry entry, int megabytes, bool inSheet)
    {
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(inSheet ? $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" : $"<sst xmlns=\"{Main}\"><si><t>"));
        var block = new byte[1_000_000];
        Array.Fill(block, (byte)'a');
        for (var i = 0; i < megabytes; i++)
            part.Write(block);
        part.Write(Encoding.UTF8.GetBytes(inSheet ? "</t></is></c></row></sheetData></worksheet>" : "</t></si></sst>"));
    }
}
