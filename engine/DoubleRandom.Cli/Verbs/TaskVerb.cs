using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs;

/// <summary>What waits for people at a running server, and doing it.</summary>
internal sealed class TaskVerb : Verb
{
    public TaskVerb()
        : base("task", new("待办：查看和办理（须有服务器在运行）", "tasks: look at them and do them (at a running server)"))
    {
        Subcommands.Add(new TaskListVerb());
        Subcommands.Add(new TaskShowVerb());
        foreach (var verb in TaskCommandVerb.All())
            Subcommands.Add(verb);
        Subcommands.Add(new TaskAttachVerb());
    }
}
