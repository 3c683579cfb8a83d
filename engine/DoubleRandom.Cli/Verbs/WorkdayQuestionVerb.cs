using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Verbs;

/// <summary>One question about working days: asked once in words, or once per line of standard input.</summary>
internal sealed class WorkdayQuestionVerb : Verb
{
    private const string Calendar = "--calendar";
    private const string Provisional = "--provisional";
    private readonly Word _first;
    private readonly Word? _second;
    private readonly WorkdayQuestion _ask;

    public WorkdayQuestionVerb(string name, Bilingual about, Word first, Word? second, IReadOnlyList<string> examples, WorkdayQuestion ask)
        : base(name, about)
    {
        (_first, _second, _ask, Examples) = (first, second, ask, examples);
        Arguments.Add(first);
        if (second is not null)
            Arguments.Add(second);
        Options.Add(new Setting(Calendar, "ID", new("日历，默认 cn", "calendar, default cn")));
        Options.Add(new Flag(Provisional, new("结果后注明 final（确定）或 provisional（暂定，待放假安排公布）", "say final or provisional (a holiday notice is yet to come) after each answer")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Does(Run);
    }

    private int Run(Call call)
    {
        _ = call.Format;
        if (call.Needed(_first.Name) is "-")
            return new WorkdayLines(call, CalendarOf(call), _ask, _second is not null, call.Has(Provisional)).Run();
        if (_second is { } word && call.Text(word.Name) is null)
            throw new UsageException(new($"缺少 {word.Name}（{word.About.Zh}）", $"{word.Name} is missing ({word.About.En})"), new($"用法见 doublerandom workday {Name} --help", $"see doublerandom workday {Name} --help"));
        var on = call.Date(_first.Name);
        var calendar = CalendarOf(call);
        var answer = _ask(calendar, on, _second is null ? "" : call.Needed(_second.Name));
        if (call.IsJson)
            call.Json.Write(answer.Json);
        else
            Say(call, calendar, answer);
        return Exit.Good;
    }

    private static void Say(Call call, WorkingCalendar calendar, WorkdayAnswer answer)
    {
        call.Terminal.Out.Write(answer.On is { } on ? $"{call.Day(on)}  {call.Say(Nature(calendar.Describe(on)))}" : answer.Short);
        if (answer.Provisional)
            call.Terminal.Out.Write(call.Say("  暂定：放假安排尚未公布", "  provisional: the holiday notice has not come"));
        call.Terminal.Out.WriteLine();
    }

    private static Bilingual Nature(CalendarDay day) => day.Kind switch
    {
        DayKind.WorkingDay => new("工作日", "working day"),
        DayKind.MakeUpWorkday => new("工作日（调休上班）", "working day (make-up)"),
        DayKind.Weekend => new("休息日（周末）", "rest day (weekend)"),
        _ => new($"休息日（{day.Name?.Zh}）", $"rest day ({day.Name?.En})"),
    };

    private static WorkingCalendar CalendarOf(Call call)
    {
        var id = call.Text(Calendar) ?? "cn";
        var library = call.Packs.Library;
        var known = library.Calendars.Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToArray();
        if (!known.Contains(id, StringComparer.Ordinal))
            throw UsageException.Unknown(new("日历", "calendar"), id, known);
        var compiled = PackCompiler.Calendar(library, id);
        return compiled.Calendar ?? throw new BrokenPackException($"rules/calendars/{id}.json", compiled.Diagnostics);
    }
}
