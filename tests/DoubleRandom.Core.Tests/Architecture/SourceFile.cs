using System.Text.RegularExpressions;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>One source file of the engine and the house rules it may break.</summary>
internal sealed partial record SourceFile(string Name, string Text)
{
    public const int MostLines = 300;

    private static readonly string[] SayNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Info"];

    public int Lines => Text.AsSpan().Count('\n');

    public bool IsTooLong => Lines > MostLines;

    /// <summary>Types whose name says that something is done, but not what: declared here, or the component itself.</summary>
    public IReadOnlyList<string> EmptyNames() =>
        [.. Declaration().Matches(Text).Select(match => match.Groups["name"].Value)
            .Append(Path.GetFileNameWithoutExtension(Name))
            .Where(name => SayNothing.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal)];

    // Comments start with // or *, so a declaration is a line that starts with a modifier or the keyword itself.
    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|interface|enum|struct|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Declaration();
}
