using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Every duty is owed by somebody, to somebody, in a form and after events that exist.</summary>
internal static class ObligationChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) => pack.Obligations.SelectMany(obligation => Of(pack, names, obligation));

    /// <summary>The units that ever owe an obligation.</summary>
    public static IEnumerable<Unit> Owers(Pack pack, Obligation obligation) =>
        pack.Units.Where(unit => obligation.Who.Entries.Any(entry => Owes(entry.Value, unit)));

    private static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names, Obligation obligation)
    {
        var place = obligation.Place;
        var who = obligation.Who.Entries.Select(entry => entry.Value).ToArray();
        IEnumerable<Diagnostic> unknown =
        [
            .. who.SelectMany(w => names.Check(place, "role", w.Role)),
            .. who.SelectMany(w => w.Units.Concat(w.Except)).Distinct(StringComparer.Ordinal).SelectMany(unit => names.Check(place, "unit", unit)),
            .. names.Check(place, "form", obligation.Form),
            .. names.Check(place, "unit", obligation.To is null or Obligation.Public ? null : obligation.To),
            .. Events(obligation).Distinct(StringComparer.Ordinal).SelectMany(e => names.Check(place, "event", e)),
        ];
        foreach (var fault in unknown)
            yield return fault;
        if (!unknown.Any() && !Owers(pack, obligation).Any())
            yield return ReferenceFaults.NobodyOwes(place, obligation.Id);
        if (obligation.Form is not null && obligation.To is null)
            yield return ReferenceFaults.OwedToNobody(place, obligation.Id);
        if (obligation is { MetBy: MetBy.Event, MetByEvent: null } && !obligation.When.Entries.Any(entry => entry.Value is When.Quota))
            yield return ReferenceFaults.NoMeetingEvent(place, obligation.Id);
    }

    private static IEnumerable<string> Events(Obligation obligation)
    {
        foreach (var rule in obligation.When.Entries.Select(entry => entry.Value))
        {
            foreach (var e in rule.Events)
                yield return e;
            if (rule is When.Quota quota)
                yield return quota.Event;
        }

        if (obligation.MetByEvent is { } met)
            yield return met;
    }

    private static bool Owes(Who who, Unit unit) =>
        !who.Except.Contains(unit.Id, StringComparer.Ordinal)
        && (who.Role is null
            ? who.Units.Contains(unit.Id, StringComparer.Ordinal)
            : unit.Roles.Any(holding => string.Equals(holding.Role, who.Role, StringComparison.Ordinal) && Meet(unit, holding)));

    /// <summary>Whether the unit exists while it holds the role.</summary>
    private static bool Meet(Unit unit, RoleHolding holding) => !(holding.To < unit.From) && !(unit.To < holding.From);
}
