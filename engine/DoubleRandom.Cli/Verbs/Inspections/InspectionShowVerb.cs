using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Inspections;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Shows one inspection: what each department found, and the joint result.</summary>
internal sealed class InspectionShowVerb : ServerVerb
{
    private const string Task = "TASK";
    private const string Target = "TARGET";

    public InspectionShowVerb()
        : base("show", new("显示一户的检查：各部门的记录和联合结果", "show an inspection: the departments' records and the joint result"))
    {
        Arguments.Add(new Word(Task, new("任务的流程实例编号", "number of the task's workflow instance")));
        Arguments.Add(new Word(Target, new("检查对象", "the target")));
        AddServer("table", "json");
        Examples = ["doublerandom inspection show 12 91640425MA0000001E"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, $"{NumberText.Instance(NumberText.Needed(call, Task))}/inspections/{Uri.EscapeDataString(call.Needed(Target))}", cancel);
            if (call.IsJson)
                ReceiptPage.Element(call, answer.Json);
            else
                InspectionPages.Write(call, answer.As<InspectionDetailView>());
        });
    }
}
