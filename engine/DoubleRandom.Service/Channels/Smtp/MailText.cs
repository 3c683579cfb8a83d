using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>
/// Writes one message in the form of RFC 5322 and MIME: plain text, UTF-8, base64. Base64 keeps every line short and ASCII, and no line
/// of it can begin with the dot that ends a message on the wire.
/// </summary>
internal static class MailText
{
    /// <summary>The whole message as it follows the DATA command, with the closing dot.</summary>
    public static byte[] Compose(OutgoingMessage message, string recipient, SmtpOptions options)
    {
        StringBuilder text = new();
        Header(text, "Date", message.CreatedAt.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(text, "From", options.FromName is { Length: > 0 } name ? $"{EncodedWords(name)}\r\n <{options.From}>" : options.From);
        Header(text, "To", recipient);
        Header(text, "Subject", EncodedWords(message.Subject));
        Header(text, "Message-ID", MessageId(message.Key, options.MessageIdDomain));
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "X-DoubleRandom-Key", EncodedWords(message.Key));
        Header(text, "Content-Language", message.Language is "en" ? "en" : "zh-CN");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Type", "text/plain; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", "base64");
        byte[] body = Encoding.UTF8.GetBytes(message.Body.ReplaceLineEndings("\r\n"));
        text.Append("\r\n").Append(Convert.ToBase64String(body, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n.\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>
    /// The same key gives the same Message-ID for ever. Hashed, because a key may hold characters that an id must not (slashes, Chinese).
    /// </summary>
    public static string MessageId(string key, string domain) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 20))}@{domain}>";

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>Text for a header: as it is when short and plain, otherwise in base64 words of RFC 2047, short enough that a line with the header's name stays below 76.</summary>
    private static string EncodedWords(string text)
    {
        if (text.Length <= 56 && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal))
            return text;
        StringBuilder words = new();
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            int units = Utf8Cut.UnitsFitting(rest, BytesPerWord);
            words.Append(words.Length == 0 ? "" : "\r\n ").Append("=?utf-8?B?");
            words.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(rest[..units].ToArray()))).Append("?=");
            rest = rest[units..];
        }

        return words.ToString();
    }

    // 30 bytes are 40 base64 characters; with the 12 of the frame and the 20 of the longest header name that is 72.
    private const int BytesPerWord = 30;
}
