using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Inspections of a running server: the targets of a task, their records, the reports.</summary>
internal sealed class InspectionVerb : Verb
{
    public InspectionVerb()
        : base("inspection", new("检查：任务的检查对象、记录和报告（须有服务器在运行）", "inspections: a task's targets, records and reports (at a running server)"))
    {
        Subcommands.Add(new InspectionListVerb());
        Subcommands.Add(new InspectionShowVerb());
        Subcommands.Add(new InspectionReportVerb());
    }
}
