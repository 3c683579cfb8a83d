using System.CommandLine;
using DoubleRandom.Cli.Output;
using DoubleRandom.Cli.Verbs;
using DoubleRandom.Cli.Verbs.Draws;
using DoubleRandom.Cli.Verbs.Exchanges;
using DoubleRandom.Cli.Verbs.Inspections;
using DoubleRandom.Cli.Verbs.Ledgers;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Store;

namespace DoubleRandom.Cli.Line;

/// <summary>The command <c>doublerandom</c>: its verbs, and what becomes of each way in which one can end.</summary>
internal static class CommandLine
{
    private static readonly Bilingual About = new(
        "双随机、一公开：把县里的制度变成时限、提醒和督办", "Double random, one public: a county's procedure as deadlines, reminders and escalations");

    /// <summary>Parses and runs one command; the result is the exit status.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal)
    {
        try
        {
            var parsed = Tree(terminal).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            var status = await RunAsync(parsed, terminal);
            await terminal.Out.FlushAsync();
            return status;
        }
        catch (UsageException wrong)
        {
            return Complain(terminal, wrong.Problem, wrong.Remedy);
        }
        catch (BrokenPackException broken)
        {
            DiagnosticLines.Write(terminal.Error, broken);
            return Exit.Findings;
        }
        catch (ArgumentOutOfRangeException beyond) when (beyond.TargetSite?.DeclaringType?.Namespace is "DoubleRandom.Core.Time")
        {
            return Complain(terminal, Halves(beyond), new("", ""));
        }
        catch (DatabaseUnavailableException closed)
        {
            return Complain(terminal, new(closed.Chinese, closed.English), new("", ""));
        }
        catch (IOException) when (terminal is { OutIsWatched: false })
        {
            return Exit.Good; // the reader of our output is gone (… | head)
        }
    }

    /// <summary>All verbs. A new one is a new line.</summary>
    private static RootCommand Tree(Terminal terminal)
    {
        var root = new RootCommand(About.ToString());
        root.Options.Clear();
        foreach (var option in CommonOptions.All())
            root.Options.Add(option);
        root.Subcommands.Add(new ValidateVerb());
        root.Subcommands.Add(new PlanVerb());
        root.Subcommands.Add(new ExplainVerb());
        root.Subcommands.Add(new DecideVerb());
        root.Subcommands.Add(new WorkflowVerb());
        root.Subcommands.Add(new TaskVerb());
        root.Subcommands.Add(new DrawVerb());
        root.Subcommands.Add(new InspectionVerb());
        root.Subcommands.Add(new ArchiveVerb());
        root.Subcommands.Add(new LedgerVerb());
        root.Subcommands.Add(new SimulateVerb());
        root.Subcommands.Add(new DiffVerb());
        root.Subcommands.Add(new NewVerb());
        root.Subcommands.Add(new WorkdayVerb());
        root.Subcommands.Add(new ImportVerb());
        root.Subcommands.Add(new ExportVerb());
        root.Subcommands.Add(new ExchangeVerb());
        root.Subcommands.Add(new ServeVerb());
        foreach (var verb in root.Subcommands.SelectMany(verb => verb.Subcommands.Prepend(verb)).OfType<Verb>().Where(verb => verb.Work is not null))
            verb.SetAction((parsed, token) => verb.Work!(new Call(parsed, terminal), token));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal)
    {
        var call = new Call(parsed, terminal);
        if (call.Has(CommonOptions.Help))
            return HelpPage.Write(parsed.CommandResult.Command, call, About);
        if (call.Has(CommonOptions.Version))
            return Version(terminal);
        LineCheck.Refuse(parsed);
        if (parsed.CommandResult.Command is Verb { Work: not null })
            return await InvokeAsync(parsed, terminal);
        HelpPage.Write(parsed.CommandResult.Command, call, About);
        return Exit.Usage;
    }

    private static Task<int> InvokeAsync(ParseResult parsed, Terminal terminal) =>
        parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error });

    /// <summary>The calendar says it in both languages already; .NET adds the argument's name, which concerns nobody here.</summary>
    private static Bilingual Halves(ArgumentException beyond)
    {
        var message = beyond.Message.Replace($" (Parameter '{beyond.ParamName}')", "", StringComparison.Ordinal);
        return message.Split(" / ") is [var zh, var en] ? new(zh, en) : new(message, message);
    }

    private static int Version(Terminal terminal)
    {
        terminal.Out.WriteLine($"doublerandom {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}");
        return Exit.Good;
    }

    private static int Complain(Terminal terminal, Bilingual problem, Bilingual remedy)
    {
        terminal.Out.Flush();
        terminal.Error.WriteLine(Joined(problem.Zh, remedy.Zh, "。"));
        terminal.Error.WriteLine(Joined(problem.En, remedy.En, ": "));
        return Exit.Usage;

        static string Joined(string what, string then, string between) => then.Length == 0 ? what : $"{what}{between}{then}";
    }
}
