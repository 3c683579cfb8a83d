using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Lists the workflows of a jurisdiction.</summary>
internal sealed class WorkflowListVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";

    public WorkflowListVerb()
        : base("list", new("列出辖区的全部流程", "list the workflows of a jurisdiction"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom workflow list pengyang"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        if (call.IsJson)
            foreach (var workflow in pack.Workflows.Values)
                call.Json.Write(json => WorkflowLines.Header(json, workflow));
        else
            WorkflowPage.List(call, pack);
        return Exit.Good;
    }
}
