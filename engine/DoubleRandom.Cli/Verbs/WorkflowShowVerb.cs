using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Deadlines;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows one workflow: its steps as a table, or drawn.</summary>
internal sealed class WorkflowShowVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Id = "ID";

    public WorkflowShowVerb()
        : base("show", new("显示一个流程：环节表，或流程图（mermaid、BPMN 2.0）", "show a workflow: its steps, or drawn (Mermaid, BPMN 2.0)"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Id, new("流程的 id，见 doublerandom workflow list", "id of the workflow, see doublerandom workflow list")));
        Options.Add(CommonOptions.FormatOf("table", "mermaid", "bpmn", "json"));
        Examples = ["doublerandom workflow show pengyang joint-inspection", "doublerandom workflow show pengyang joint-inspection --format bpmn > joint-inspection.bpmn"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var workflow = Choice.Workflow(pack, call.Needed(Id));
        if (call.IsJson)
            WorkflowLines.Write(call, pack, workflow);
        else if (call.Format is "mermaid")
            call.Terminal.Out.Write(WorkflowDrawing.Mermaid(workflow, call.Language));
        else if (call.Format is "bpmn")
            call.Terminal.Out.Write(WorkflowDrawing.Bpmn(workflow, call.Language));
        else
            WorkflowPage.Write(call, pack, workflow, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(call.Terminal.Clock.GetUtcNow()));
        return Exit.Good;
    }
}
