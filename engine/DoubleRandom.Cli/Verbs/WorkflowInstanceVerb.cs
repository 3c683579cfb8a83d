using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows one instance: what is open, what may be done, its journal; or its drawing.</summary>
internal sealed class WorkflowInstanceVerb : ServerVerb
{
    private const string Instance = "INSTANCE";
    private const string Lines = "--lines";

    public WorkflowInstanceVerb()
        : base("instance", new("显示一个流程实例：在办、可用操作、流水；或画出来", "show an instance: what is open, what may be done, its journal; or draw it"))
    {
        Arguments.Add(new Word(Instance, new("流程实例的编号", "number of the instance")));
        Options.Add(new Setting(Lines, "N", new("流水至多几行；默认 100", "how many lines of the journal at most; default 100")));
        AddServer("table", "json", "svg", "mermaid");
        Examples = ["doublerandom workflow instance 12", "doublerandom workflow instance 12 --format svg > 12.svg"];
        Asks(ShowAsync);
    }

    private static async Task ShowAsync(Call call, RunningEngine engine, CancellationToken cancel)
    {
        var address = NumberText.Instance(NumberText.Needed(call, Instance));
        if (call.Format is "svg" or "mermaid")
        {
            call.Terminal.Out.WriteLine((await GetAsync(engine, Address($"{address}/drawing", ("format", call.Format), ("lang", call.Language)), cancel)).Text);
            return;
        }

        var answer = await GetAsync(engine, Address(address, ("lines", call.Text(Lines))), cancel);
        if (call.IsJson)
            ReceiptPage.Element(call, answer.Json);
        else
            InstancePages.Write(call, answer.As<InstanceDetailView>());
    }
}
