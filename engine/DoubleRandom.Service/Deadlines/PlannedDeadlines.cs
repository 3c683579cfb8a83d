using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Service.Deadlines;

/// <summary>Turns a plan's civil dates into the instants of the table.</summary>
public sealed class PlannedDeadlines(Pack pack)
{
    private readonly JurisdictionZone _zone = JurisdictionZone.Of(pack.Jurisdiction.TimeZone);
    private IReadOnlyList<RungDate>? _ladder;
    private DateTimeOffset[] _instants = [];

    /// <summary>One deadline in the shape of the table.</summary>
    public PlannedDeadline Of(Deadline deadline) =>
        new(deadline, _zone.Closing(deadline.DueOn, deadline.ClosesAt, pack.OfficeHours.To), Instants(deadline.Ladder), PlanDigest.Of(deadline));

    /// <summary>The units that owe one occurrence share its ladder, so its instants are worked out once.</summary>
    private DateTimeOffset[] Instants(IReadOnlyList<RungDate> ladder)
    {
        if (ReferenceEquals(_ladder, ladder))
            return _instants;
        _instants = [.. ladder.Select(rung => _zone.At(rung.On, rung.At))];
        _ladder = ladder;
        return _instants;
    }
}
