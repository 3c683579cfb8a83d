using DoubleRandom.Cli.Line;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>How people see results.</summary>
internal static class Screens
{
    /// <summary>A console on the terminal's output: coloured when somebody watches and NO_COLOR is not set.</summary>
    public static IAnsiConsole On(Terminal terminal)
    {
        var coloured = terminal.OutIsWatched && string.IsNullOrEmpty(terminal.Environment("NO_COLOR"));
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = coloured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(coloured ? terminal.Out : new TrimmedWriter(terminal.Out)),
        });
        screen.Profile.Width = terminal.Width;
        screen.Profile.Capabilities.Unicode = true;
        return screen;
    }

    /// <summary>A table without a frame at its sides, so that the doubtful width of some signs bends no line.</summary>
    public static Table Table(params IReadOnlyList<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = true };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) });
        return table;
    }

    /// <summary>A date with its weekday.</summary>
    public static string Day(this Call call, DateOnly on) => call.Language is "en"
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd ddd}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd} {"日一二三四五六"[(int)on.DayOfWeek]}");
}
