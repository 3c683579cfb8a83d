using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Lists tasks, those due first at the top.</summary>
internal sealed class TaskListVerb : ServerVerb
{
    private const string Jurisdiction = "--jurisdiction";
    private const string Role = "--role";
    private const string Person = "--person";
    private const string Instance = "--instance";
    private const string All = "--all";
    private const string Limit = "--limit";

    public TaskListVerb()
        : base("list", new("列出待办，先到期的在前", "list tasks, those due first at the top"))
    {
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Options.Add(new Setting(CommonOptions.Unit, "UNIT", new("单位的 id，含其现任角色的待办；须同时写 --jurisdiction", "id of a unit, the tasks of its roles included; needs --jurisdiction")));
        Options.Add(new Setting(Role, "ROLE", new("角色的 id", "id of a role")));
        Options.Add(new Setting(Person, "NAME", new("在办人", "who has it in hand")));
        Options.Add(new Setting(Instance, "N", new("流程实例的编号", "number of the instance")));
        Options.Add(new Flag(All, new("已办结的也列出", "those that are over, too")));
        Options.Add(new Setting(Limit, "N", new("至多几条；默认 100", "how many at most; default 100")));
        AddServer("table", "json");
        Examples = ["doublerandom task list --jurisdiction pengyang --unit police"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, Address(
                "/api/v1/tasks", ("jurisdiction", call.Text(Jurisdiction)), ("unit", call.Text(CommonOptions.Unit)), ("role", call.Text(Role)), ("person", call.Text(Person)), ("instance", call.Text(Instance)),
                ("state", call.Has(All) ? "all" : null), ("limit", call.Text(Limit))), cancel);
            if (call.IsJson)
                foreach (var item in answer.Json.GetProperty("items").EnumerateArray())
                    ReceiptPage.Element(call, item);
            else
                TaskPages.List(call, answer.As<TaskPage>().Items);
        });
    }
}
