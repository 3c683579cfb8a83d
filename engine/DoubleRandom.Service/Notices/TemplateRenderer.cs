using System.Collections.Concurrent;
using System.Globalization;
using DoubleRandom.Service.Text;
using HandlebarsDotNet;

namespace DoubleRandom.Service.Notices;

/// <summary>
/// Turns a template and the variables of one notice into the notice. A template is a text: a subject line, an empty line, the body, in the small
/// part of Handlebars that <see cref="Check"/> admits. Each is compiled once and kept by its content, so an edited template is simply another one.
/// Safe for use from many threads.
/// </summary>
public sealed class TemplateRenderer
{
    /// <summary>Renders one notice. Variables that are absent print as nothing.</summary>
    /// <param name="template">The template's whole text.</param>
    /// <param name="data">The variables.</param>
    /// <param name="language"><c>en</c> for English dates, anything else for Chinese ones.</param>
    /// <exception cref="FormatException">The template is outside the language; a pack that passed <see cref="Check"/> never gets here.</exception>
    public RenderedNotice Render(string template, NoticeData data, string language)
    {
        Compiled compiled = Find(template, language is "en" ? "en" : "zh");
        string subject = Run(compiled.Subject, data, out _);
        string body = Run(compiled.Body, data, out bool isCut);
        if (body.Length > MostBytes / 3 && Utf8Cut.UnitsFitting(body, MostBytes) < body.Length)
            (body, isCut) = (Utf8Cut.Shorten(body, MostBytes), true);
        return new(OneLine(subject), body, isCut);
    }

    /// <summary>Everything wrong with a template; empty when it can be used.</summary>
    /// <param name="name">The template's name for the messages, such as <c>reminder.zh</c>.</param>
    /// <param name="template">Its whole text.</param>
    /// <param name="knownVariables">The variables it may use, as in <see cref="NoticeVariables.All"/>.</param>
    public static IReadOnlyList<TemplateFault> Check(string name, string template, IReadOnlyCollection<string> knownVariables) =>
        new TemplateCheck(name, knownVariables).Run(Normalise(template));

    private Compiled Find(string template, string language)
    {
        if (_compiled.TryGetValue((language, template), out Compiled? compiled))
            return compiled;
        // Packs hold a few dozen templates; this many means that something generates them.
        if (_compiled.Count >= MostTemplates)
            _compiled.Clear();
        return _compiled.GetOrAdd((language, template), key => Compile(key.Template, key.Language));
    }

    private static Compiled Compile(string template, string language)
    {
        string text = Normalise(template);
        if (new TemplateCheck("(template)", known: null).Run(text) is [var fault, ..])
            throw new FormatException(fault.ToString());
        string[] parts = text.Split('\n', 3);
        IHandlebars engine = Engine(language);
        return new(engine.Compile(new StringReader(parts[0])), engine.Compile(new StringReader(parts[2])));
    }

    private static IHandlebars Engine(string language)
    {
        // Plain text goes out: nothing is to be escaped for HTML.
        IHandlebars engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
        engine.RegisterHelper("date", (EncodedTextWriter output, Context _, Arguments arguments) =>
            output.WriteSafeString(NoticeDate.Format(arguments[0] as string, language)));
        return engine;
    }

    private static string Run(HandlebarsTemplate<TextWriter, object, object> part, NoticeData data, out bool isCut)
    {
        BoundedWriter writer = t_writer ??= new();
        writer.Clear(); // whatever an earlier, failed run left behind
        isCut = false;
        try
        {
            part(writer, data.Values, null!);
        }
        catch (Exception stopped) when (stopped is BoundedWriter.FullException || stopped.InnerException is BoundedWriter.FullException)
        {
            isCut = true;
        }

        return writer.ToString();
    }

    private static string OneLine(string subject)
    {
        string line = subject.Any(char.IsControl) ? new([.. subject.Select(c => char.IsControl(c) ? ' ' : c)]) : subject;
        line = line.Trim();
        if (line.Length <= LongestSubject)
            return line;
        int end = char.IsHighSurrogate(line[LongestSubject - 2]) ? LongestSubject - 2 : LongestSubject - 1;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    private static string Normalise(string template) => template.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private sealed record Compiled(HandlebarsTemplate<TextWriter, object, object> Subject, HandlebarsTemplate<TextWriter, object, object> Body);

    private readonly ConcurrentDictionary<(string Language, string Template), Compiled> _compiled = new();

    // A sweep renders hundreds of thousands of notices in a row: one writer per thread serves them all.
    [ThreadStatic]
    private static BoundedWriter? t_writer;

    private const int MostBytes = 65_536;
    private const int MostTemplates = 1_000;
    private const int LongestSubject = 200;
}
