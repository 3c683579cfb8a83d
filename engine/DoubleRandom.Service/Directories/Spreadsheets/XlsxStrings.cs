using System.IO.Compression;
using System.Text;
using System.Xml;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>The texts that the cells of a workbook share. They alone are held in memory, so they alone are counted.</summary>
internal static class XlsxStrings
{
    private const long MostCharacters = 120_000_000;

    public static List<string> Read(ZipArchiveEntry entry, long limit)
    {
        var (strings, characters) = (new List<string>(), 0L);
        using var xml = XlsxPart.Xml(entry, limit);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "si")
            {
                var text = TextOf(xml);
                // An empty text has a place in the list too.
                characters += text.Length + 16;
                if (characters > MostCharacters)
                    throw TableFileException.Of("directory-workbook-large", 0, "工作簿文字过多", "the workbook has too much text", new("改存为 CSV 再导入", "save it as CSV and import that"));
                strings.Add(text);
            }

        return strings;
    }

    /// <summary>The text of an element with runs; readings (rPh), which Japanese workbooks add, are left out.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth, reading) = (new StringBuilder(), xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName is "rPh")
                reading = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? reading + 1 : Math.Max(0, reading - 1);
            else if (reading == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text.Append(xml.Value);
        }

        return text.ToString();
    }
}
