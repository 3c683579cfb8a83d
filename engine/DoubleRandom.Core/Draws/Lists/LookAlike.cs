using System.Text;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>Says why something that looks like an id is none.</summary>
internal static class LookAlike
{
    public static Bilingual Why(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
            return new("为空", "it is empty");
        var text = Encoding.UTF8.GetString(id);
        if (text.Any(letter => letter is > '\uFF00' and < '\uFF5F'))
            return new("含全角字符", "it has full-width letters");
        if (text.Any(char.IsWhiteSpace))
            return new("含空格", "it has spaces");
        if (text.Any(letter => letter is >= 'a' and <= 'z'))
            return new("含小写字母", "it has lower-case letters");
        return id.ContainsAnyExceptInRange((byte)0, (byte)127)
            ? new("含非半角字符，可能形似字母或数字", "it has letters outside ASCII that may look like others")
            : new("长度或字符不对", "its length or a character is wrong");
    }
}
