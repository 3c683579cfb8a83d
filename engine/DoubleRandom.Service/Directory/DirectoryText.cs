using System.Text;

namespace DoubleRandom.Service.Directory;

/// <summary>
/// Finds out in which encoding a file was saved. Spreadsheet programs on Chinese desktops save CSV in GB18030 unless told otherwise. Strict UTF-8 is
/// tried first: Chinese text in GB18030 is practically never valid UTF-8, while nearly every UTF-8 text would pass as GB18030.
/// </summary>
internal static class DirectoryText
{
    /// <summary>The text and the encoding's name, or null when the bytes are in neither encoding.</summary>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Utf8.Preamble))
            bytes = bytes[Utf8.Preamble.Length..];
        if (Try(Utf8, bytes) is { } utf8)
            return (utf8, "UTF-8");
        return Try(Gb18030, bytes) is { } gb ? (gb, "GB18030") : null;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    // The provider is asked directly; registering it would change what Encoding.GetEncoding finds in the whole process.
    internal static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
