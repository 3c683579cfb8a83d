using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>Which styles of a workbook show a number as a date: a date in a spreadsheet is a count of days that only its style tells from other numbers.</summary>
internal sealed class XlsxStyles
{
    private readonly List<bool> _dates = [];

    /// <summary>Those of a workbook without styles.</summary>
    public static XlsxStyles None { get; } = new();

    /// <summary>Whether a cell with the style shows a date.</summary>
    public bool IsDate(int style) => style < _dates.Count && _dates[style];

    public static XlsxStyles Read(ZipArchiveEntry entry, long limit)
    {
        var (styles, own, isCell) = (new XlsxStyles(), new HashSet<int>(), false);
        using var xml = XlsxPart.Xml(entry, limit);
        while (xml.Read())
        {
            if (xml.LocalName is "cellXfs")
                isCell = xml.NodeType == XmlNodeType.Element;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "numFmt" && IsDateFormat(xml.GetAttribute("formatCode") ?? ""))
                own.Add(Number(xml, "numFmtId"));
            else if (xml.NodeType == XmlNodeType.Element && isCell && xml.LocalName is "xf")
                styles._dates.Add(Number(xml, "numFmtId") is var format && (IsBuiltIn(format) || own.Contains(format)));
        }

        return styles;
    }

    /// <summary>ECMA-376 18.8.30, with the East Asian numbers.</summary>
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>A format with days or years outside quoted and bracketed text.</summary>
    private static bool IsDateFormat(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var character in code)
        {
            isQuoted ^= character is '"';
            isBracketed = character is '[' || (isBracketed && character is not ']');
            if (!isQuoted && !isBracketed && character is 'y' or 'd' or 'Y' or 'D')
                return true;
        }

        return false;
    }

    private static int Number(XmlReader xml, string name) => int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
