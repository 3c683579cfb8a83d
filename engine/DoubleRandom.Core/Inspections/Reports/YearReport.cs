using System.Globalization;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>The report on a year or half-year (工作情况和抽查数据): Pengyang asks for it in 三(四), Yuanqu for a full summary in 三(三), both texts count it in the assessment.</summary>
public static class YearReport
{
    /// <summary>Writes the report in a language: <c>en</c>, anything else is Chinese.</summary>
    /// <param name="pack">The pack that runs, for names.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="tasks">The tasks with the targets inspected in between.</param>
    /// <param name="language">The language.</param>
    public static ReportDocument Of(Pack pack, DateOnly from, DateOnly to, IReadOnlyList<CountedTask> tasks, string language)
    {
        string Say(string zh, string en) => language is "en" ? en : zh;
        var (units, all) = YearFigures.Of(tasks);
        var title = Say($"{pack.Jurisdiction.Name.Zh}“双随机、一公开”抽查情况（{from.Iso()} 至 {to.Iso()}）", $"Random inspections of {pack.Jurisdiction.Name.En}, {from.Iso()} to {to.Iso()}");
        return new(
            title,
            [
                new(Say("时间", "Time"), Say($"{from.Iso()} 至 {to.Iso()}", $"{from.Iso()} to {to.Iso()}")),
                new(Say("抽查任务", "Tasks"), Number(all.TasksLed)),
                new(Say("检查对象数量", "Number of targets"), Number(all.Targets)),
                new(Say("发现问题", "Problems found"), Problems(all, Say, language)),
                new(Say("后续处置", "Handling"), Say(
                    $"责令整改 {all.Rectified} 户，移送 {all.Transferred} 户（其中司法机关 {all.ToJustice} 户），信用惩戒 {all.Listed} 户，已办结 {all.Handled} 户",
                    $"rectification ordered at {all.Rectified}, handed over {all.Transferred} (to the judicial organs {all.ToJustice}), credit listing {all.Listed}, closed {all.Handled}")),
                new(Say("结果公示", "Publication of results"), Say($"按期公示 {all.PublishedInTime} 个任务，逾期 {all.PublishedLate} 个", $"{all.PublishedInTime} tasks in time, {all.PublishedLate} late")),
            ],
            [Table(pack, units, all, Say, language), Tasks(tasks, Say, language)]);
    }

    private static string Problems(UnitFigures all, Func<string, string, string> say, string language)
    {
        var kinds = ResultCategory.All.Where(category => category.IsProblem && all.ByCategory.ContainsKey(category.Id)).Select(category => $"{category.Name.In(language)} {Number(all.ByCategory[category.Id])}");
        return string.Join(say("；", "; "), kinds.Prepend(say($"{all.Problems} 户", $"at {all.Problems} targets")));
    }

    private static ReportTable Table(Pack pack, IReadOnlyList<UnitFigures> units, UnitFigures all, Func<string, string, string> say, string language)
    {
        ResultCategory[] categories = [.. ResultCategory.All, .. all.ByCategory.Keys.Where(id => ResultCategory.All.All(known => !string.Equals(known.Id, id, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(ResultCategory.Of)];
        string[] headers =
        [
            say("部门", "Department"), say("牵头任务", "Tasks led"), say("参与任务", "Tasks joined"), say("检查对象", "Targets"), say("发现问题", "Problems"), .. categories.Select(category => category.Name.In(language)),
            say("责令整改", "Rectification"), say("移送", "Handed over"), say("移送司法机关", "To the judicial organs"), say("信用惩戒", "Credit listing"), say("已办结", "Closed"), say("按期公示", "Published in time"),
            say("逾期公示", "Published late"),
        ];
        return new(say("各部门数据", "Figures by department"), headers, [.. units.Append(all).Select(one => Row(one, one.Unit is { } unit ? (pack.Unit(unit)?.Name.In(language) ?? unit) : say("合计", "Together"), categories))]);
    }

    private static IReadOnlyList<string> Row(UnitFigures one, string name, ResultCategory[] categories) =>
    [
        name, Number(one.TasksLed), Number(one.TasksJoined), Number(one.Targets), Number(one.Problems), .. categories.Select(category => Number(one.ByCategory.GetValueOrDefault(category.Id))),
        Number(one.Rectified), Number(one.Transferred), Number(one.ToJustice), Number(one.Listed), Number(one.Handled), Number(one.PublishedInTime), Number(one.PublishedLate),
    ];

    private static ReportTable Tasks(IReadOnlyList<CountedTask> tasks, Func<string, string, string> say, string language) => new(
        say("抽查任务", "Tasks"),
        [say("任务", "Task"), say("名称", "Workflow"), say("牵头部门", "Lead"), say("检查对象", "Targets"), say("发现问题", "Problems"), say("按期公示", "Published in time")],
        [.. tasks.Select(task => (IReadOnlyList<string>)
        [
            task.Figures.Subject, task.Figures.Workflow.In(language), task.Figures.NameOf(task.Figures.Lead).In(language), Number(task.Figures.Inspected.Count()), Number(task.Figures.Problems.Count()),
            task.PublishedInTime switch { true => say("是", "yes"), false => say("否", "no"), _ => "" },
        ])]);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
