using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Inspections;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Lists the inspections of a task, or the newest of a jurisdiction.</summary>
internal sealed class InspectionListVerb : ServerVerb
{
    private const string Task = "--task";
    private const string Jurisdiction = "--jurisdiction";
    private const string After = "--after";
    private const string Limit = "--limit";

    public InspectionListVerb()
        : base("list", new("列出任务或辖区的检查对象", "list the targets of a task or jurisdiction"))
    {
        Options.Add(new Setting(Task, "N", new("任务的流程实例编号", "number of the task's workflow instance")));
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区：任务新的在前", "jurisdiction: the newest task first")));
        Options.Add(new Setting(After, "NEXT", new("上一页的 next", "the page before's next")));
        Options.Add(new Setting(Limit, "N", new("至多几条；默认 100", "how many at most; default 100")));
        AddServer("table", "json");
        Examples = ["doublerandom inspection list --task 12", "doublerandom inspection list --jurisdiction pengyang --format json"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, AddressOf(call), cancel);
            if (call.IsJson)
                foreach (var item in answer.Json.GetProperty("items").EnumerateArray())
                    ReceiptPage.Element(call, item);
            else
                InspectionPages.List(call, answer.As<InspectionPage>());
        });
    }

    private static string AddressOf(Call call) => (NumberText.Or(call, Task), call.Text(Jurisdiction)) switch
    {
        ({ } task, null) => Address($"{NumberText.Instance(task)}/inspections", ("after", call.Text(After)), ("limit", call.Text(Limit))),
        (null, { } name) => Address($"/api/v1/jurisdictions/{Uri.EscapeDataString(name)}/inspections", ("offset", call.Text(After)), ("limit", call.Text(Limit))),
        _ => throw new UsageException(new($"写 {Task} 或 {Jurisdiction} 之一", $"give one of {Task} and {Jurisdiction}"), new("例如 --task 12", "such as --task 12")),
    };
}
