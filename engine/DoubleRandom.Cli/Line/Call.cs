using System.CommandLine;
using System.CommandLine.Parsing;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using Spectre.Console;

namespace DoubleRandom.Cli.Line;

/// <summary>One command as it was given, and the means to answer it.</summary>
internal sealed class Call(ParseResult parsed, Terminal terminal)
{
    private string? _language;

    public Terminal Terminal { get; } = terminal;

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language => _language ??= ChosenLanguage();

    /// <summary>Tables for people.</summary>
    public IAnsiConsole Screen => field ??= Screens.On(Terminal);

    /// <summary>One object per line for programs.</summary>
    public JsonLines Json => field ??= new(Terminal.Out);

    public bool IsJson => Format is "json";

    /// <summary>The chosen form of output, <c>table</c> by default.</summary>
    public string Format => Text(CommonOptions.Format) is { } given ? OneOf(CommonOptions.Format, given) : "table";

    public PackRoot Packs => field ??= PackRoot.Find(Text(CommonOptions.Packs), Terminal);

    /// <summary>The value of an option or a word; null when it was not given.</summary>
    public string? Text(string name) => Result(name) is { Implicit: false } option
        ? option.Tokens.Count > 0 ? option.Tokens[0].Value : null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().FirstOrDefault(word => string.Equals(word.Argument.Name, name, StringComparison.Ordinal))?.Tokens.FirstOrDefault()?.Value;

    /// <summary>The value of one that must be there.</summary>
    public string Needed(string name) => Text(name) ?? throw new InvalidOperationException($"'{name}' was not checked.");

    /// <summary>Whether a flag was given.</summary>
    public bool Has(string name) => Result(name) is { Implicit: false };

    public DateOnly Date(string name) => DateText.Read(Needed(name), name);

    public DateOnly? DateOrNull(string name) => Text(name) is { } text ? DateText.Read(text, name) : null;

    /// <summary>The text in the language of the tables.</summary>
    public string Say(Bilingual text) => text.In(Language);

    /// <summary>The text in the language of the tables.</summary>
    public string Say(string zh, string en) => Language is "en" ? en : zh;

    private OptionResult? Result(string name) => parsed.GetResult(name) as OptionResult;

    private string OneOf(string name, string given)
    {
        var option = parsed.CommandResult.Command.Options.First(option => string.Equals(option.Name, name, StringComparison.Ordinal));
        return Among(name, given, option.HelpName!.Split('|'));
    }

    private string ChosenLanguage()
    {
        var given = Text(CommonOptions.Language);
        if (given is not null)
            return Among(CommonOptions.Language, given, CommonOptions.Languages);
        return Terminal.Environment("DOUBLERANDOM_LANG") is "en" ? "en" : "zh";
    }

    private static string Among(string name, string given, IReadOnlyList<string> known) => known.Contains(given, StringComparer.Ordinal)
        ? given
        : throw UsageException.Unknown(new($" {name} 取值", $"value of {name}"), given, known);
}
