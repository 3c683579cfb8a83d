using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Rungs lead to somebody and have something to say.</summary>
internal static class LadderChecks
{
    private static readonly string[] Plain = ["liaison", "leader", "office", "superior", "convener"];

    /// <summary>What the engine says by itself, whatever the ladders name.</summary>
    private static readonly string[] EngineTemplates = ["correction", "late-digest", "circular", "returned"];

    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) =>
    [
        .. from ladder in pack.Ladders.Values
           from rung in ladder.Rungs
           from fault in Of(pack, names, ladder, rung)
           select fault,
        .. pack.StaleTasks is { } stale ? Of(names, stale) : [],
        .. EngineTemplates.SelectMany(template => names.Check(pack.Effective["jurisdiction"].Place, "template", template)),
    ];

    private static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names, Ladder ladder, Rung rung)
    {
        foreach (var fault in names.Check(rung.Place, "template", rung.Template))
            yield return fault;
        foreach (var audience in rung.Audience)
            foreach (var fault in OfAudience(pack, names, ladder, rung, audience))
                yield return fault;
        foreach (var fault in rung.Condition is { } condition ? OfCondition(pack, names, rung, condition) : [])
            yield return fault;
    }

    private static IEnumerable<Diagnostic> Of(KnownNames names, StaleTasks stale) =>
        names.Check(stale.Place, "template", stale.Template).Concat(stale.Audience.SelectMany(audience => Unknown(names, stale.Place, audience)));

    /// <summary>A rung is decided when its deadline is planned: the rules can ask only for what is known then.</summary>
    private static IEnumerable<Diagnostic> OfCondition(Pack pack, KnownNames names, Rung rung, RungCondition condition)
    {
        foreach (var fault in names.Check(rung.Place, "rules", condition.Rules))
            yield return fault;
        if (pack.RuleSets.GetValueOrDefault(condition.Rules) is not { } set)
            yield break;
        if (set.Words.Count > 0 && !set.Words.Contains(condition.Is, StringComparer.Ordinal))
            yield return LadderFaults.NoSuchWord(rung.Place, rung.Id, condition, set.Words);
        foreach (var fact in set.Shape.Facts.Distinct().Where(fact => !RungConditions.Facts.Contains(fact.Path, StringComparer.Ordinal)))
            yield return LadderFaults.NotKnownYet(rung.Place, rung.Id, fact, RungConditions.Facts);
    }

    private static IEnumerable<Diagnostic> OfAudience(Pack pack, KnownNames names, Ladder ladder, Rung rung, string audience)
    {
        if (Unknown(names, rung.Place, audience).ToArray() is { Length: > 0 } unknown)
            return unknown;
        var (kind, id) = Split(audience);
        return IsUsed(pack, ladder) && EndsNowhere(pack, ladder, kind, id, audience) ? [LadderFaults.EndsNowhere(rung.Place, $"{ladder.Id}/{rung.Id}", audience)] : [];
    }

    private static IEnumerable<Diagnostic> Unknown(KnownNames names, Place place, string audience)
    {
        var (kind, id) = Split(audience);
        if (kind is null && !Plain.Contains(audience, StringComparer.Ordinal))
            yield return ReferenceFaults.Unknown(place, "audience", audience, Plain.Concat(names.Of("role").Select(role => $"role:{role}")));
        else if (kind is not null && !names.Has(kind, id))
            yield return ReferenceFaults.Unknown(place, kind, id, names.Of(kind));
    }

    private static (string? Kind, string Id) Split(string audience) =>
        audience.Split(':') is [("role" or "unit") and var kind, var id] ? (kind, id) : (null, audience);

    /// <summary>A ladder that no duty uses may lead anywhere: a base pack offers more than one county needs.</summary>
    private static bool IsUsed(Pack pack, Ladder ladder) => pack.Obligations.Any(obligation => string.Equals(obligation.Ladder.Id, ladder.Id, StringComparison.Ordinal));

    private static bool EndsNowhere(Pack pack, Ladder ladder, string? kind, string id, string audience) => (kind, audience) switch
    {
        ("role", _) => !pack.Units.Any(unit => unit.Roles.Any(holding => string.Equals(holding.Role, id, StringComparison.Ordinal))),
        (null, "convener") => pack.Conveners.Count == 0,
        (null, "superior") => pack.Obligations
            .Where(obligation => string.Equals(obligation.Ladder.Id, ladder.Id, StringComparison.Ordinal))
            .SelectMany(obligation => ObligationChecks.Owers(pack, obligation))
            .Any(unit => unit.Superior is null),
        _ => false,
    };
}
