using System.CommandLine;
using DoubleRandom.Core;
using Spectre.Console;

namespace DoubleRandom.Cli.Line;

/// <summary>The help of a verb or of the whole command.</summary>
internal static class HelpPage
{
    // These two belong to the entry script, which runs them before the program is there.
    private static readonly IReadOnlyList<(string Name, Bilingual About)> OfTheScript =
    [
        ("test", new("检查格式并运行全部测试", "check the format and run all tests")),
        ("bench", new("跑分，每项一行 JSON", "the figures, one JSON line each")),
    ];

    public static int Write(Command command, Call call, Bilingual about)
    {
        var screen = call.Screen;
        screen.MarkupLineInterpolated($"[bold]{call.Say(command is IExplained explained ? explained.About : about)}[/]");
        screen.WriteLine();
        screen.WriteLine(call.Say("用法：", "Usage: ") + Usage(command, call));
        Section(screen, call.Say("命令", "Commands"), command.Subcommands.OfType<Verb>().Select(verb => (verb.Name, verb.About)).Concat(command is RootCommand ? OfTheScript : []), call);
        Section(screen, call.Say("参数", "Words"), command.Arguments.OfType<Word>().Select(word => (word.Name, word.About)), call);
        Section(screen, call.Say("选项", "Options"), Options(command).Select(option => (Label(option), ((IExplained)option).About)), call);
        if (command is Verb { Examples.Count: > 0 } verb)
        {
            Heading(screen, call.Say("示例", "Examples"));
            foreach (var example in verb.Examples)
                screen.WriteLine($"  {example}");
        }

        if (command is RootCommand)
            screen.WriteLine("\n" + call.Say("退出状态：0 正常，1 有发现，2 用法有误。每个命令的详情：doublerandom 命令 --help", "Exit status: 0 good, 1 findings, 2 usage. More on each: doublerandom COMMAND --help"));
        return Exit.Good;
    }

    private static string Usage(Command command, Call call)
    {
        var path = command is RootCommand ? [] : command.Parents.OfType<Verb>().Select(parent => parent.Name).Append(command.Name);
        var words = command.Arguments.OfType<Word>().Select(word => word.IsNeeded ? word.Name : $"[{word.Name}]");
        var needed = command.Options.OfType<Setting>().Where(option => option.IsNeeded).Select(Label);
        var verbs = command.Subcommands.Count > 0 ? [call.Say("命令", "COMMAND")] : Array.Empty<string>();
        return string.Join(' ', ["doublerandom", .. path, .. verbs, .. words, .. needed, call.Say("[选项]", "[options]")]);
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive));

    private static string Label(Option option) => option is Setting setting ? $"{setting.Name} {setting.HelpName}" : option.Name;

    private static void Section(IAnsiConsole screen, string title, IEnumerable<(string Name, Bilingual About)> rows, Call call)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(3)).AddColumn(new GridColumn());
        var any = false;
        foreach (var (name, about) in rows)
        {
            any = true;
            grid.AddRow(new Text(name, new Style(Color.Aqua)), new Output.Prose(call.Say(about)));
        }

        if (!any)
            return;
        Heading(screen, title);
        screen.Write(grid);
    }

    private static void Heading(IAnsiConsole screen, string title) => screen.MarkupLineInterpolated($"\n[bold]{title}[/]");
}
