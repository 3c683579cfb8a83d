using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Lists instances, the newest first.</summary>
internal sealed class WorkflowInstancesVerb : ServerVerb
{
    private const string Jurisdiction = "--jurisdiction";
    private const string Workflow = "--workflow";
    private const string Status = "--status";
    private const string Subject = "--subject";
    private const string Before = "--before";
    private const string Limit = "--limit";

    public WorkflowInstancesVerb()
        : base("instances", new("列出流程实例，最新的在前", "list instances, the newest first"))
    {
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Options.Add(new Setting(CommonOptions.Unit, "UNIT", new("参与单位的 id", "id of a unit that takes part")));
        Options.Add(new Setting(Workflow, "ID", new("流程的 id", "id of the workflow")));
        Options.Add(new Setting(Status, "running|ended|cancelled|trouble", new("状态；默认全部", "status; default all")));
        Options.Add(new Setting(Subject, "ID", new("事项编号", "what it is about")));
        Options.Add(new Setting(Before, "N", new("只要编号更小的，用于翻页", "only those with a smaller number, for paging")));
        Options.Add(new Setting(Limit, "N", new("至多几条；默认 100", "how many at most; default 100")));
        AddServer("table", "json");
        Examples = ["doublerandom workflow instances --jurisdiction pengyang --status running"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, Address(
                "/api/v1/workflow-instances", ("jurisdiction", call.Text(Jurisdiction)), ("unit", call.Text(CommonOptions.Unit)), ("workflow", call.Text(Workflow)), ("status", call.Text(Status)),
                ("subject", call.Text(Subject)), ("beforeId", call.Text(Before)), ("limit", call.Text(Limit))), cancel);
            if (call.IsJson)
                foreach (var item in answer.Json.GetProperty("items").EnumerateArray())
                    ReceiptPage.Element(call, item);
            else
                InstancePages.List(call, answer.As<InstancePage>());
        });
    }
}
