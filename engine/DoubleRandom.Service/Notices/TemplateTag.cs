namespace DoubleRandom.Service.Notices;

/// <summary>One <c>{{…}}</c> of a template.</summary>
/// <param name="Content">What stands between the braces, without whitespace marks; null when the closing braces are missing.</param>
/// <param name="Line">Line of the opening braces, from 1.</param>
/// <param name="Column">Column of the opening braces, from 1.</param>
internal sealed record TemplateTag(string? Content, int Line, int Column)
{
    /// <summary>All tags of a template in order, comments left out.</summary>
    public static IEnumerable<TemplateTag> In(string text)
    {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                (line, lineStart) = (line + 1, at + 1);
            if (!text.AsSpan(at).StartsWith("{{"))
                continue;
            int end = text.IndexOf("}}", at + 2, StringComparison.Ordinal);
            string? content = end < 0 ? null : text[(at + 2)..end].Trim('~').Trim();
            if (content?.StartsWith('!') != true)
                yield return new(content, line, at - lineStart + 1);
            if (end < 0)
                yield break;
            // A tag may span lines: count the breaks inside it by not jumping over them.
            for (; at < end + 1; at++)
                if (text[at] == '\n')
                    (line, lineStart) = (line + 1, at + 1);
        }
    }
}
