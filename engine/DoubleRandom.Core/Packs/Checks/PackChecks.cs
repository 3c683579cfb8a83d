using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>What can only be judged when the whole pack is known.</summary>
internal static class PackChecks
{
    /// <summary>All faults of a bound pack; references to ids in <paramref name="broken"/> are not reported, since their entries already were.</summary>
    public static IEnumerable<Diagnostic> All(Pack pack, IReadOnlySet<string> broken)
    {
        var names = new KnownNames(pack, broken);
        return
        [
            .. UnitChecks.Of(pack, names),
            .. LadderChecks.Of(pack, names),
            .. ObligationChecks.Of(pack, names),
            .. BasisChecks.Of(pack, names),
            .. RuleChecks.Of(pack.Rules),
            .. FormFacts.Of(pack.Forms.Values, pack.Rules.Facts),
            .. DrawChecks.Of(pack, names),
            .. ExchangeChecks.Of(pack),
            .. Procedures(pack, WorkflowSurroundings.Of(pack, broken)),
            .. CoverageChecks.Of(pack, names),
        ];
    }

    private static IEnumerable<Diagnostic> Procedures(Pack pack, WorkflowSurroundings around) => pack.Workflows.Values.SelectMany(workflow => WorkflowChecks.Of(workflow, around));
}
