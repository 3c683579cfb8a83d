using System.Globalization;

namespace DoubleRandom.Service.Channels;

/// <summary>
/// What counts as a mail address here: <c>local@domain</c> in the unquoted form of RFC 5321, with a dot in the domain or a bare intranet host name.
/// Chinese domains are turned into their ASCII form; a Chinese local part is not accepted, as most government mail systems refuse it.
/// </summary>
public static class MailAddressText
{
    /// <summary>The address in the ASCII form that goes over the wire, or null when it is none.</summary>
    public static string? ToWire(string text)
    {
        int at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.Length > 254)
            return null;
        string local = text[..at];
        return IsLocal(local) && AsciiDomain(text[(at + 1)..]) is { } domain ? $"{local}@{domain}" : null;
    }

    private static bool IsLocal(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) &&
        local.All(c => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal));

    private static string? AsciiDomain(string domain)
    {
        try
        {
            string ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            return ascii.Length <= 253 && !ascii.EndsWith('.') ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null; // IdnMapping has no Try form.
        }
    }
}
