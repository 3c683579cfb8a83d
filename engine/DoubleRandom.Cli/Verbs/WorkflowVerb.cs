using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs;

/// <summary>The procedures of a jurisdiction, to look at; and, at a running server, to run.</summary>
internal sealed class WorkflowVerb : Verb
{
    public WorkflowVerb()
        : base("workflow", new("查看流程；在运行的服务器上启动和办理", "look at workflows; run them at a running server"))
    {
        Subcommands.Add(new WorkflowListVerb());
        Subcommands.Add(new WorkflowShowVerb());
        Subcommands.Add(new WorkflowStartVerb());
        Subcommands.Add(new WorkflowInstancesVerb());
        Subcommands.Add(new WorkflowInstanceVerb());
        foreach (var verb in InstanceCommandVerb.All())
            Subcommands.Add(verb);
        Subcommands.Add(new WorkflowMovePlanVerb());
        Subcommands.Add(new WorkflowMoveVerb());
    }
}
