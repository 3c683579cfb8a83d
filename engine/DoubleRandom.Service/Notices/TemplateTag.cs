namespace DoubleRandom.Service.Notices;

/// <summary>One <c>{{…}}</c> of a template.</summary>
/// <param name="Content">
/// What stands between the braces, without whitespace marks; null when the closing braces are missing; the mark itself where a single brace or an
/// escape stands outside any tag, over which the template engine would stumble.
/// </param>
/// <param name="Line">Line of the opening braces, from 1.</param>
/// <param name="Column">Column of the opening braces, from 1.</param>
internal sealed record TemplateTag(string? Content, int Line, int Column)
{
    /// <summary>All tags of a template in order, comments left out.</summary>
    public static IEnumerable<TemplateTag> In(string text)
    {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < text.Length;)
        {
            (int length, string? content) = TagAt(text.AsSpan(at));
            if (length > 0 && !IsComment(content))
                yield return new(content, line, at - lineStart + 1);
            // A tag may span lines.
            for (int end = at + Math.Max(1, length); at < end; at++)
                if (text[at] == '\n')
                    (line, lineStart) = (line + 1, at + 1);
        }
    }

    /// <summary>
    /// True for a plain comment. The long form with dashes and comments with braces in them count as faulty tags instead: where they end is a
    /// matter on which readers of Handlebars differ.
    /// </summary>
    private static bool IsComment(string? content) =>
        content?.StartsWith('!') == true && !content.StartsWith("!-", StringComparison.Ordinal) && !content.Contains('{', StringComparison.Ordinal);

    /// <summary>The tag a text begins with: how far it reaches (0 where there is none, all the text when it is never closed) and its content.</summary>
    private static (int Length, string? Content) TagAt(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("{{"))
        {
            int stray = text.StartsWith("\\{{") ? 3 : text.StartsWith("}}") ? 2 : text[0] is '{' or '}' ? 1 : 0;
            return (stray, text[..stray].ToString());
        }

        string closing = text.StartsWith("{{{") ? "}}}" : "}}";
        int end = text.IndexOf(closing);
        return end < 0 ? (text.Length, null) : (end + closing.Length, text[2..end].Trim('~').Trim().ToString());
    }
}
