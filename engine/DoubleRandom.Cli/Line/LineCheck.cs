using System.CommandLine;
using System.CommandLine.Parsing;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Line;

/// <summary>Refuses a command line that says too much, too little or something unknown, in both languages.</summary>
internal static class LineCheck
{
    public static void Refuse(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        foreach (var token in parsed.UnmatchedTokens.Concat(Positional(command).Where(LooksLikeOption)))
            throw Unexpected(command.Command, token);
        foreach (var option in Options(command.Command).OfType<Setting>())
            if (parsed.GetResult(option) is { Implicit: false } result && result.Tokens.Count == 0)
                throw new UsageException(new($"{option.Name} 后面缺少值", $"{option.Name} needs a value"), new($"写成 {option.Name} {option.HelpName}", $"write {option.Name} {option.HelpName}"));
        foreach (var option in command.Command.Options.OfType<Setting>().Where(option => option.IsNeeded && parsed.GetResult(option) is null))
            throw Missing(command.Command, $"{option.Name} {option.HelpName}", option.About);
        foreach (var word in command.Command.Arguments.OfType<Word>().Where(word => word.IsNeeded && parsed.GetResult(word) is not { Tokens.Count: > 0 }))
            throw Missing(command.Command, word.Name, word.About);
        foreach (var error in command.Command.Subcommands.Count > 0 ? [] : parsed.Errors)
            throw new UsageException(new($"命令行有误（{error.Message}）", $"the command line is wrong: {error.Message}"), SeeHelp(command.Command));
    }

    private static UsageException Unexpected(Command command, string token)
    {
        if (LooksLikeOption(token))
            return UsageException.Unknown(new("选项", "option"), token, Options(command).Select(option => option.Name));
        return command.Subcommands.Count > 0
            ? UsageException.Unknown(new("命令", "command"), token, command.Subcommands.Select(verb => verb.Name).Concat(command is RootCommand ? ["test", "bench"] : []))
            : new(new($"多余的内容“{token}”", $"\"{token}\" is too much"), SeeHelp(command));
    }

    private static UsageException Missing(Command command, string what, Bilingual about) => new(
        new($"缺少 {what}（{about.Zh}）", $"{what} is missing ({about.En})"), SeeHelp(command));

    private static Bilingual SeeHelp(Command command)
    {
        var path = command is RootCommand ? "" : $" {string.Join(' ', command.Parents.OfType<Verb>().Select(parent => parent.Name).Append(command.Name))}";
        return new($"用法见 doublerandom{path} --help", $"see doublerandom{path} --help");
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive));

    private static IEnumerable<string> Positional(CommandResult command) =>
        command.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    /// <summary>A hyphen alone means standard input, and -5 is a number.</summary>
    private static bool LooksLikeOption(string token) => token is ['-', not (>= '0' and <= '9'), ..];
}
