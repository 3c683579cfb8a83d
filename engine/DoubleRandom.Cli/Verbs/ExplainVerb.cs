using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Tells how one deadline came to its day, or why there is none.</summary>
internal sealed class ExplainVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Duty = "OBLIGATION";
    private const string Period = "--period";
    private const string Event = "--event";
    private const string Subject = "--subject";

    public ExplainVerb()
        : base("explain", new("逐日说明一个时限是怎样算出来的", "tell day by day how a deadline came about"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Duty, new("义务的 id", "id of the obligation")));
        Options.Add(new Setting(Period, "P", new("哪一期：期名（2024-N1）、到期日或年份", "which one: a period (2024-N1), a due day or a year")));
        Options.Add(new Setting(Event, "NAME=D", new("假设某日发生该事件", "as if this event happened on that day")));
        Options.Add(new Setting(CommonOptions.Unit, "UNIT", new("单位；默认第一个承担的单位", "unit; default the first that owes")));
        Options.Add(new Setting(Subject, "S", new("事件的对象，如任务编号", "what the event happened to, such as a task's number")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples =
        [
            "doublerandom explain pengyang half-year-report --period 2024-N1",
            "doublerandom explain pengyang result-publication --event inspection-task.completed=2024-09-27",
        ];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var duty = Choice.Obligation(pack, call.Needed(Duty));
        var unit = call.Text(CommonOptions.Unit) is { } named ? Choice.Unit(pack, named) : null;
        var question = (call.Text(Period), call.Text(Event)) switch
        {
            ({ } period, null) => DeadlineQuestion.OfPeriod(period),
            (null, { } given) => DeadlineQuestion.OfEvent(pack, duty, given, call.Text(Subject) ?? "", unit),
            _ => throw new UsageException(new("要说明哪一期？--period 与 --event 给出一个", "which deadline? give either --period or --event"), new("例：--period 2024-N1，或 --event inspection-task.completed=2024-09-27", "like --period 2024-N1, or --event inspection-task.completed=2024-09-27")),
        };
        return Answer(call, pack, duty, unit, question);
    }

    private static int Answer(Call call, Pack pack, Obligation duty, Unit? unit, DeadlineQuestion question)
    {
        var plan = Planner.Plan(new(pack, question.Span.From, question.Span.To, question.Events));
        var all = plan.Deadlines.Where(deadline => deadline.Obligation == duty && (unit is null || deadline.Unit == unit)).ToArray();
        var found = all.Where(question.Means).GroupBy(deadline => deadline.Key.Period, StringComparer.Ordinal).Select(sharing => sharing.First()).ToArray();
        foreach (var deadline in found)
            ExplanationPage.Write(call, pack, deadline);
        if (found.Length > 0)
            return Exit.Good;
        ExplanationPage.WriteWhyNot(call, duty, question, [.. plan.NotPlanned.Where(gap => string.Equals(gap.Obligation, duty.Id, StringComparison.Ordinal))], all);
        return Exit.Findings;
    }
}
