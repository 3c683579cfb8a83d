using System.Text.RegularExpressions;
using DoubleRandom.Core;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Notices;

/// <summary>
/// Holds a template against the small closed language notices are written in: <c>{{x}}</c>, <c>{{date x}}</c>, <c>{{#if x}}</c> and <c>{{#unless x}}</c> with
/// <c>{{else}}</c>, <c>{{#each x}}</c> with <c>{{x}}</c> and <c>{{../x}}</c> inside. Nothing else of Handlebars gets through (partials, raw output,
/// paths, subexpressions, other helpers), so a template can neither reach outside its data nor run for long.
/// </summary>
/// <param name="template">The template's name for the messages.</param>
/// <param name="known">The variables there are; null to look at the language only.</param>
internal sealed partial class TemplateCheck(string template, IReadOnlyCollection<string>? known)
{
    /// <summary>All faults of a template file, in the order of the text.</summary>
    public IReadOnlyList<TemplateFault> Run(string text)
    {
        Shape(text);
        // A file too long is not read further; past a hundred faults the rest is no help.
        foreach (TemplateTag tag in text.Length > LongestTemplate ? [] : TemplateTag.In(text).TakeWhile(_ => _faults.Count < MostFaults))
            Tag(tag);
        foreach ((string word, _, TemplateTag tag) in _open)
            Add(tag, "template-block", $"{{{{#{word}}}}} 没有对应的 {{{{/{word}}}}}", $"{{{{#{word}}}}} is never closed", $"补上 {{{{/{word}}}}}", $"add {{{{/{word}}}}}");
        return _faults;
    }

    private void Shape(string text)
    {
        TemplateTag top = new("", 1, 1);
        if (text.Length > LongestTemplate)
            Add(top, "template-shape", "模板超过 64 KB", "the template is longer than 64 KB", "缩短模板", "make it shorter");
        string[] lines = text.Split('\n', 3);
        if (string.IsNullOrWhiteSpace(lines[0]) || lines.Length < 3 || !string.IsNullOrWhiteSpace(lines[1]) || string.IsNullOrWhiteSpace(lines[2]))
            Add(top, "template-shape", "模板应为：第一行标题、第二行空行、其后正文", "a template is a subject line, an empty line, then the body", "按此格式改写", "write it in this form");
        else if (!IsComplete(lines[0]))
            Add(top, "template-shape", "标题行中的 {{ 或块没有在同一行结束", "a {{ or a block of the subject line does not end on that line", "标题只能占一行", "keep the subject on one line");
    }

    private static bool IsComplete(string subject)
    {
        string[] tags = [.. TemplateTag.In(subject).Select(tag => tag.Content ?? "#")];
        return tags.Count(tag => tag.StartsWith('#')) == tags.Count(tag => tag.StartsWith('/'));
    }

    private void Tag(TemplateTag tag)
    {
        if (tag.Content is not { } content || content.Length == 0 || "!{}\\&>^*[(\"'".Contains(content[0], StringComparison.Ordinal))
        {
            Add(tag, "template-syntax", $"“{{{{{tag.Content}”不是通知模板允许的写法", $"“{{{{{tag.Content}” is not allowed in notice templates", Allowed.Zh, Allowed.En);
            return;
        }

        string[] words = content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (content[0] == '#')
            Open(tag, words);
        else if (content[0] == '/')
            Close(tag, content[1..]);
        else if (words is ["else"])
            Else(tag);
        else if (words is ["date", var date])
            Variable(tag, date, Use.Value);
        else if (words is [var variable])
            Variable(tag, variable, Use.Value);
        else
            Add(tag, "template-helper", $"没有名为“{words[0]}”的函数", $"there is no helper “{words[0]}”", Allowed.Zh, Allowed.En);
    }

    private void Open(TemplateTag tag, string[] words)
    {
        bool isEach = words[0] is "#each";
        string? list = isEach && List is null && words.Length > 1 ? words[1] : null;
        if (words.Length != 2 || words[0] is not ("#if" or "#unless" or "#each"))
            Add(tag, "template-block", $"“{{{{{tag.Content}}}}}”不是可用的块", $"“{{{{{tag.Content}}}}}” is not a block that can be used", Allowed.Zh, Allowed.En);
        else if (isEach && List is not null)
            Add(tag, "template-block", "{{#each}} 不能嵌套", "{{#each}} cannot stand inside another", "拆成两段", "make two of it, one after the other");
        else if (_open.Count >= DeepestNesting)
            Add(tag, "template-block", $"块嵌套超过 {DeepestNesting} 层", $"blocks are nested deeper than {DeepestNesting}", "简化模板", "make the template simpler");
        else
            Variable(tag, words[1], isEach ? Use.List : Use.Condition);
        // Pushed even when faulty, so that its closing tag is not reported as a second fault.
        _open.Push((words[0].TrimStart('#', '*'), list, tag));
    }

    private void Close(TemplateTag tag, string word)
    {
        if (_open.Count > 0 && _open.Peek().Word.Equals(word, StringComparison.Ordinal))
            _open.Pop();
        else
            Add(tag, "template-block", $"{{{{/{word}}}}} 没有对应的开头", $"{{{{/{word}}}}} closes nothing", "删去，或补上开头", "remove it, or add the opening");
    }

    private void Else(TemplateTag tag)
    {
        if (_open.Count == 0)
            Add(tag, "template-block", "{{else}} 不在块内", "{{else}} stands outside any block", "删去", "remove it");
        else if (!_withElse.Add(_open.Peek().Tag))
            Add(tag, "template-block", "一个块内有两个 {{else}}", "a block has two {{else}}", "删去一个", "remove one");
    }

    private void Variable(TemplateTag tag, string path, Use use)
    {
        if (!Path().IsMatch(path) || Reserved.Contains(path) || (path.StartsWith("../", StringComparison.Ordinal) && List is null))
        {
            Add(tag, "template-syntax", $"“{path}”不能用作变量", $"“{path}” cannot be used as a variable", Allowed.Zh, Allowed.En);
            return;
        }

        if (_known is null)
            return;
        string prefix = List is null || path.StartsWith("../", StringComparison.Ordinal) ? "" : $"{List}[].";
        string name = path.Replace("../", "", StringComparison.Ordinal);
        bool isList = prefix.Length == 0 && _known.Any(k => k.StartsWith($"{name}[].", StringComparison.Ordinal));
        if (use switch { Use.List => isList, Use.Condition => isList || _known.Contains(prefix + name), _ => _known.Contains(prefix + name) })
            return;
        Unknown(tag, name, prefix, use, isList);
    }

    private void Unknown(TemplateTag tag, string name, string prefix, Use use, bool isList)
    {
        IEnumerable<string> choices = use == Use.List
            ? _known!.Where(k => k.Contains("[].", StringComparison.Ordinal)).Select(k => k[..k.IndexOf('[', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)
            : _known!.Where(k => prefix.Length == 0 ? !k.Contains('[', StringComparison.Ordinal) : k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]);
        string? near = NearestName.Find(name, choices);
        string zh = isList ? $"“{name}”是列表，不能直接输出" : use == Use.List ? $"没有名为“{name}”的列表" : $"没有变量“{prefix}{name}”";
        string en = isList ? $"“{name}” is a list and cannot be printed as it is" : use == Use.List ? $"there is no list “{name}”" : $"there is no variable “{prefix}{name}”";
        (string remedyZh, string remedyEn) = near is not null ? ($"是否指“{near}”？", $"did you mean “{near}”?")
            : ($"可用：{string.Join("、", choices)}", $"there are: {string.Join(", ", choices)}");
        Add(tag, "template-variable", zh, en, remedyZh, remedyEn);
    }

    private void Add(TemplateTag at, string code, string zh, string en, string remedyZh, string remedyEn) =>
        _faults.Add(new(template, code, at.Line, at.Column, new($"模板 {template}：{zh}", $"template {template}: {en}"), new(remedyZh, remedyEn)));

    private string? List => _open.Select(block => block.List).FirstOrDefault(list => list is not null);

    private enum Use
    {
        Value,
        Condition,
        List,
    }

    [GeneratedRegex(@"^(\.\./)?[a-z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    private static readonly HashSet<string> Reserved =
        new(["if", "unless", "each", "else", "with", "lookup", "log", "date", "this"], StringComparer.Ordinal);

    private static readonly Bilingual Allowed = new(
        "只可使用 {{变量}}、{{date 变量}}、{{#if}}、{{#unless}}、{{else}}、{{#each}}",
        "only {{variable}}, {{date variable}}, {{#if}}, {{#unless}}, {{else}} and {{#each}} can be used");

    private readonly HashSet<string>? _known = known?.ToHashSet(StringComparer.Ordinal);
    private readonly List<TemplateFault> _faults = [];
    private readonly Stack<(string Word, string? List, TemplateTag Tag)> _open = new();
    private readonly HashSet<TemplateTag> _withElse = [];
    private const int MostFaults = 100;
    private const int LongestTemplate = 65_536;
    private const int DeepestNesting = 16;
}
