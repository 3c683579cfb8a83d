using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Notices;

/// <summary>Decides what is told to whom when rungs fall due. Pure: the sweep carries it out.</summary>
public static class NoticeRules
{
    /// <summary>The notices for the rungs of one jurisdiction whose time has come.</summary>
    /// <param name="pack">The running pack.</param>
    /// <param name="due">The rungs; of any number of deadlines.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lateAfter">How long after its time a rung counts as missed.</param>
    /// <remarks>Rungs that were missed reach each recipient in one notice marked late. Rungs of one deadline that fall on one moment are one notice.</remarks>
    public static IEnumerable<NoticeDecision> Decide(Pack pack, IReadOnlyList<DueRung> due, DateTimeOffset now, TimeSpan lateAfter)
    {
        var missed = due.Where(rung => now - rung.At > lateAfter).SelectMany(rung => To(pack, rung)).ToArray();
        foreach (var digest in missed.GroupBy(pair => pair.Recipient))
            yield return new("digest", digest.Key, [.. digest.Select(pair => pair.Rung).OrderBy(rung => rung.At).ThenBy(rung => rung.Cover, StringComparer.Ordinal)], true);
        var timely = due.Where(rung => now - rung.At <= lateAfter).SelectMany(rung => To(pack, rung));
        foreach (var notice in timely.GroupBy(pair => (pair.Rung.Obligation.Id, pair.Rung.Unit.Id, pair.Rung.Period, pair.Recipient)))
        {
            NoticeDecision decision = new("", notice.Key.Recipient, [.. notice.Select(pair => pair.Rung).OrderBy(rung => rung.At)], false);
            yield return decision with { Kind = KindOf(decision.Main) };
        }
    }

    /// <summary>The recipients of a rung. When nobody is found, the office hears of it: a rung is never told to nobody.</summary>
    public static IReadOnlyList<Recipient> Audience(Pack pack, Unit unit, Rung rung, DateOnly on) => Audience(pack, unit, rung.Audience, on);

    /// <summary>The recipients that words of ladders mean for a unit; the office when they mean nobody.</summary>
    public static IReadOnlyList<Recipient> Audience(Pack pack, Unit unit, IReadOnlyList<string> audience, DateOnly on)
    {
        var recipients = audience.SelectMany(word => Of(pack, unit, word, on)).Distinct().ToArray();
        return recipients.Length > 0 ? recipients : [new(pack.Jurisdiction.OfficeUnit, "office")];
    }

    private static IEnumerable<(Recipient Recipient, DueRung Rung)> To(Pack pack, DueRung rung) =>
        Audience(pack, rung.Unit, rung.Rung, rung.DueOn).Select(recipient => (recipient, rung));

    private static IEnumerable<Recipient> Of(Pack pack, Unit unit, string audience, DateOnly on) => audience.Split(':') switch
    {
        ["liaison" or "leader"] => [new(unit.Id, audience)],
        ["office"] => [new(pack.Jurisdiction.OfficeUnit, "office")],
        ["superior"] => unit.Superior is { } superior ? [new(superior, "leader")] : [],
        ["convener"] => pack.Conveners.Select(convener => new Recipient(convener.Unit, "leader")),
        ["unit", var id] => [new(id, "leader")],
        ["role", var role] => pack.Units.Where(other => other.Holds(role, on)).Select(other => new Recipient(other.Id, role is "supervision" ? role : "leader")),
        _ => [],
    };

    private static string KindOf(DueRung rung) => rung.Rung switch
    {
        { Template: "lapse" } => "lapse",
        { Kind: RungKind.Escalation } => "escalation",
        { Kind: RungKind.Behind } => "behind",
        _ => "reminder",
    };
}
