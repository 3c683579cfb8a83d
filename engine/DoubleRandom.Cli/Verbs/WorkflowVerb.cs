using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs;

/// <summary>The procedures of a jurisdiction, to look at.</summary>
internal sealed class WorkflowVerb : Verb
{
    public WorkflowVerb()
        : base("workflow", new("查看流程", "look at workflows"))
    {
        Subcommands.Add(new WorkflowListVerb());
        Subcommands.Add(new WorkflowShowVerb());
    }
}
