using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows one task: its outcomes and what its form asks for.</summary>
internal sealed class TaskShowVerb : ServerVerb
{
    private const string Task = "TASK";

    public TaskShowVerb()
        : base("show", new("显示一项待办：可选结果和表单", "show a task: its outcomes and its form"))
    {
        Arguments.Add(NumberText.TaskOf(Task));
        AddServer("table", "json");
        Examples = ["doublerandom task show 12/3"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, NumberText.Task(call, Task), cancel);
            if (call.IsJson)
                ReceiptPage.Element(call, answer.Json);
            else
                TaskPages.Write(call, answer.As<TaskDetailView>());
        });
    }
}
