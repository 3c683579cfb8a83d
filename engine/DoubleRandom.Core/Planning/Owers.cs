using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>Finds who owes an occurrence. Consecutive occurrences mostly have the same answer, which is kept.</summary>
internal sealed class Owers(Pack pack, Obligation obligation)
{
    private readonly bool _unitsChange = pack.Units.Any(unit => unit.From is not null || unit.To is not null || unit.Roles.Any(role => role.From is not null || role.To is not null));
    private (Who Who, DateOnly Day, Unit[] Units, Dictionary<string, Unit> ById)? _last;

    /// <summary>Those who owe, in the order of the pack.</summary>
    public IReadOnlyList<Unit> Of(Occurrence occurrence)
    {
        if (obligation.Who.At(occurrence.ActOn)?.Value is not { } who)
            return [];
        var (units, byId) = Everybody(who, occurrence.ActOn);
        if (!who.OfEvent)
            return units;
        return occurrence.Trigger?.Unit is { } named && byId.TryGetValue(named, out var unit) ? [unit] : [];
    }

    private (Unit[] Units, Dictionary<string, Unit> ById) Everybody(Who who, DateOnly day)
    {
        if (_last is { } last && ReferenceEquals(last.Who, who) && (!_unitsChange || last.Day == day))
            return (last.Units, last.ById);
        var units = pack.Units.Where(unit => who.Includes(unit, day)).ToArray();
        var byId = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        _last = (who, day, units, byId);
        return (units, byId);
    }
}
