using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>The archive of a task: made by a running server, verified from the file alone.</summary>
internal sealed class ArchiveVerb : Verb
{
    public ArchiveVerb()
        : base("archive", new("任务档案：导出和核对", "the archive of a task: export and verify"))
    {
        Subcommands.Add(new ArchiveExportVerb());
        Subcommands.Add(new ArchiveVerifyVerb());
    }
}
