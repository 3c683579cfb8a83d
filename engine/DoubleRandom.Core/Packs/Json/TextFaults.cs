using System.Text;
using System.Text.Unicode;

namespace DoubleRandom.Core.Packs.Json;

/// <summary>Looks at the bytes before any parser does: size, NUL bytes, encoding.</summary>
internal static class TextFaults
{
    public static Diagnostic? Of(PackFile file)
    {
        var content = file.Content.Span;
        if (content.Length > PackFile.MaxBytes)
            return SyntaxFaults.TooLarge(file.Path);
        if (content.StartsWith(Encoding.Unicode.Preamble) || content.StartsWith(Encoding.BigEndianUnicode.Preamble) || IsUnmarkedUtf16(content))
            return SyntaxFaults.WrongEncoding(file.Path, 1, "UTF-16");
        if (content.IndexOf((byte)0) is var nul and >= 0)
            return SyntaxFaults.NulByte(PlaceOf(file.Path, content, nul));
        return Utf8.IsValid(content) ? null : SyntaxFaults.WrongEncoding(file.Path, FirstInvalidLine(content), "GB18030");
    }

    /// <summary>JSON and templates begin with an ASCII character, of which UTF-16 makes a NUL byte and itself.</summary>
    private static bool IsUnmarkedUtf16(ReadOnlySpan<byte> content) => content.Length >= 4 && (content[0], content[2]) is (0, 0) != (content[1], content[3]) is (0, 0);

    private static Place PlaceOf(string path, ReadOnlySpan<byte> content, int offset)
    {
        var before = content[..offset];
        return new Place(path, before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'), "");
    }

    private static int FirstInvalidLine(ReadOnlySpan<byte> content)
    {
        var line = 1;
        foreach (var range in content.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(content[range]))
                return line;
            line++;
        }

        return line;
    }
}
