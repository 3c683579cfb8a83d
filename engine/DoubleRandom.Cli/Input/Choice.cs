using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Cli.Input;

/// <summary>Things of a pack that are named on the command line.</summary>
internal static class Choice
{
    public static Obligation Obligation(Pack pack, string id) =>
        pack.Obligation(id) ?? throw UsageException.Unknown(new("义务", "obligation"), id, pack.Obligations.Select(obligation => obligation.Id));

    public static RuleSet RuleSet(Pack pack, string id) =>
        pack.RuleSets.GetValueOrDefault(id) ?? throw UsageException.Unknown(new("规则集", "rule set"), id, pack.RuleSets.Keys);

    public static WorkflowDefinition Workflow(Pack pack, string id) =>
        pack.Workflows.GetValueOrDefault(id) ?? throw UsageException.Unknown(new("流程", "workflow"), id, pack.Workflows.Keys);

    /// <summary>A unit by id or by either of its names.</summary>
    public static Unit Unit(Pack pack, string named) =>
        pack.Units.FirstOrDefault(unit => string.Equals(unit.Id, named, StringComparison.Ordinal) || string.Equals(unit.Name.Zh, named, StringComparison.Ordinal) || string.Equals(unit.Name.En, named, StringComparison.OrdinalIgnoreCase))
            ?? throw UsageException.Unknown(new("单位", "unit"), named, pack.Units.Select(unit => unit.Id));
}
