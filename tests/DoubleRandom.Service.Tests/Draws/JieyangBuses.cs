using System.Globalization;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Tests.Inspections;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>A hundred bus companies of Jieyang, a dozen inspectors, the people who draw, and their joint inspection.</summary>
internal static class JieyangBuses
{
    public const string Folder = "445200-jieyang";
    public const int Companies = 100;

    /// <summary>The people, as the directory of people is imported.</summary>
    public const string People = """
        unit,name,function,email,language
        transport,陈经办,liaison,chen@jy.test,zh
        transport,林复核,liaison,lin@jy.test,zh
        transport,黄局长,leader,huang@jy.test,zh
        emergency,许联络,liaison,xu@jy.test,zh
        market-regulation,张主任,office,zhang@jy.test,zh
        """;

    public static readonly WorkflowPerson Clerk = new("transport", "陈经办");
    public static readonly WorkflowPerson Leader = new("transport", "黄局长");

    /// <summary>The companies, a quarter of them in each class of credit risk.</summary>
    public static string Targets => "统一社会信用代码,名称,区划代码,行业代码,经营范围,信用风险等级\n" + string.Concat(Enumerable.Range(1, Companies).Select(company => string.Create(
        CultureInfo.InvariantCulture, $"{CodeOf(company)},揭阳第{company}客运公司,445202,5421,道路旅客运输,{"ABCD"[company % 4]}\n")));

    /// <summary>Six inspectors of each of two units; the first is recused from the first company.</summary>
    public static string Inspectors => "编号,姓名,单位,执法证号,证件有效期至,任务上限,回避对象\n" + string.Concat(Enumerable.Range(1, 12).Select(person => string.Create(
        CultureInfo.InvariantCulture, $"JY-{person:00},姓名{person},{(person <= 6 ? "transport" : "emergency")},粤执{person:0000},2027-12-31,20,{(person == 1 ? CodeOf(1) : "")}\n")));

    /// <summary>A valid code for a number.</summary>
    public static string CodeOf(int company)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"92640425MA{company:0000000}");
        return body + CreditCode.CheckOf(body);
    }

    /// <summary>A joint inspection whose plan was approved: it waits for the draw of its targets.</summary>
    public static async Task<long> PlannedAsync(WorkflowDesk desk)
    {
        var cast = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["lead"] = ["transport"] };
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["participants"] = ["emergency"] };
        var seen = PengyangTask.Done(await desk.StartAsync(new(Folder, "joint-inspection", "2026-道路运输", cast, lists), Clerk, default));
        const string plan = """
            {"scope":"道路运输企业","ratio-or-number":"10%","time":"2026年9月底前","method":"on-site","participants":"市应急管理局","source":"superior-order","key-field":false,
             "on-list":true,"lead-items":[{"item":"道路运输经营","basis":"道路运输条例"}]}
            """;
        seen = PengyangTask.Done(await desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(1, "done", plan) { Version = seen.Version }, Clerk, default));
        seen = PengyangTask.Done(await desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(2, "approved") { Version = seen.Version }, Leader, default));
        return seen.Instance;
    }
}
