using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Every basis names a document that the pack knows.</summary>
internal static class BasisChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) =>
        from element in Elements(pack)
        where element.Basis is { IsLocal: false }
        from fault in element.Basis.Article is null ? [LayerFaults.MissingKey(element.Place, "article", element.Reference)] : names.Check(element.Place, "document", element.Basis.Document)
        select fault;

    private static IEnumerable<Basis?> Entries(Obligation obligation) =>
        [.. obligation.When.Entries.Select(entry => entry.Basis), .. obligation.Who.Entries.Select(entry => entry.Basis)];

    private static IEnumerable<(string Reference, Basis? Basis, Place Place)> Single(Pack pack, string key, string reference) =>
        pack.Effective["jurisdiction"][key] is { } node ? [(reference, Binder.BasisOrNull(node), node.Place)] : [];

    /// <summary>Everything that can rest on law, with the name by which a coverage row refers to it.</summary>
    public static IEnumerable<(string Reference, Basis? Basis, Place Place)> Elements(Pack pack) =>
    [
        .. pack.Roles.Values.Select(role => ($"role:{role.Id}", role.Basis, role.Place)),
        .. pack.Units.Select(unit => ($"unit:{unit.Id}", unit.Basis, unit.Place)),
        .. pack.Conveners.Select(convener => ($"convener:{convener.Id}", convener.Basis, convener.Place)),
        .. pack.Ladders.Values.Select(ladder => ($"ladder:{ladder.Id}", (Basis?)ladder.Basis, ladder.Place)),
        .. pack.Forms.Values.Select(form => ($"form:{form.Id}", (Basis?)form.Basis, form.Place)),
        .. pack.Draws.Values.Select(scheme => ($"draw:{scheme.Id}", (Basis?)scheme.Basis, scheme.Place)),
        .. pack.Exchanges.Values.SelectMany(profile => profile.Columns.Select(column => ($"exchange:{profile.Id}", (Basis?)column.Basis, column.Place))
            .Concat(profile.Codes.Values.Select(codes => ($"exchange:{profile.Id}", (Basis?)codes.Basis, codes.Place))).Prepend(($"exchange:{profile.Id}", profile.Basis, profile.Place))),
        .. pack.Events.Values.Select(e => ($"event:{e.Id}", e.Basis, e.Place)),
        .. pack.Obligations.Where(obligation => !obligation.Id.StartsWith("document.", StringComparison.Ordinal)).Select(obligation => ($"obligation:{obligation.Id}", (Basis?)obligation.Basis, obligation.Place)),
        .. pack.Values.Values.SelectMany(value => value.History.Entries.Select(entry => ($"value:{value.Id}", entry.Basis, value.Place))),
        .. pack.Readings.Stated.Values.Concat(pack.Obligations.SelectMany(obligation => obligation.Readings.Stated.Values)).Select(reading => ($"reading:{reading.Name}", (Basis?)reading.Basis, reading.Place)),
        .. pack.Obligations.SelectMany(obligation => Entries(obligation).Select(basis => ($"obligation:{obligation.Id}", basis, obligation.Place))),
        .. pack.RuleSets.Values.SelectMany(set => set.Rules.Select(rule => ($"rules:{set.Id}", rule.Basis, rule.Place)).Prepend(($"rules:{set.Id}", set.Basis, set.Place))),
        .. pack.Workflows.Values.Select(workflow => ($"workflow:{workflow.Id}", (Basis?)workflow.Basis, workflow.Place)),
        .. pack.Workflows.Values.SelectMany(workflow => workflow.Steps.Select(step => ($"step:{workflow.Id}/{step.Id}", step.Basis, step.Place))),
        .. pack.Workflows.Values.SelectMany(workflow => workflow.Actions.Select(action => ($"action:{workflow.Id}/{action.Id}", action.Basis, action.Place))),
        .. Single(pack, "office", "office:office"),
        .. Single(pack, "officeHours", "reading:officeHours"),
        .. Single(pack, "staleTasks", "reading:staleTasks"),
    ];
}
