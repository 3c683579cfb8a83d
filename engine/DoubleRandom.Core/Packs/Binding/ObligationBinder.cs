using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads the duties. Whether the names in them exist is looked at afterwards, when everything is known.</summary>
internal sealed class ObligationBinder(
    Binder binder, Readings readings, IReadOnlyDictionary<string, LegalValue> values, IReadOnlyDictionary<string, Ladder> ladders, string defaultLadder, string office)
{
    private static readonly Who Nobody = new(null, [], [], false);
    private readonly WhenBinder _when = new(binder, values);

    public Obligation Bind(Node node)
    {
        var id = binder.Text(node, "id", "obligation");
        var element = $"obligation:{id}";
        var basis = binder.Basis(node, element);
        var when = binder.Need(node, "when", element);
        var (rule, vague, period) = Unwrap(when, basis, element);
        foreach (var idle in rule is null ? [] : OptionChecks.Of(rule))
            binder.Faults.Add(idle);
        return new(
            id, binder.Name(node, element), Who(node, element), Binder.TextOrNull(node, "form"), To(node),
            rule is null ? Dated<When>.Always(new When.Once([])) : binder.Dated(rule, element, _when.Bind),
            Binder.TextOrNull(node, "strength") is "should" ? Strength.Should : Strength.Must,
            MetByOf(Binder.TextOrNull(node, "metBy")), Binder.TextOrNull(node, "metByEvent"), basis, vague, period,
            ReadingsOf(node, rule, period), LadderOf(node), Binder.NameOrNull(node, "note"), node.Place);
    }

    /// <summary>A rule in words without a number carries its local period inside; a period stated as law must have a number in its quote.</summary>
    private (Node? Rule, string? Vague, Basis Period) Unwrap(Node? when, Basis basis, string element)
    {
        if (when?["vague"] is not { } vague)
        {
            if (when is not null && basis.Quote is { } quote && VagueWords.OnlyVague(quote))
                binder.Faults.Add(LawFaults.LocalDressedAsLaw(when.Place, quote));
            return (when, null, basis);
        }

        if (WhenBinder.KindsIn(when) is { Length: > 0 } kinds)
            binder.Faults.Add(TimeFaults.NotOneKind(when.Place, [.. kinds, "vague"], WhenBinder.AllKinds));
        if (VagueWords.HasNumber(vague.Text))
            binder.Faults.Add(LawFaults.NotVague(vague.Place, vague.Text));
        if (when["as"] is not { } local || when["local"] is null)
        {
            binder.Faults.Add(LawFaults.VagueWithoutLocal(vague.Place, vague.Text));
            return (null, vague.Text, basis);
        }

        return (local, vague.Text, binder.Basis(when, element));
    }

    private Dated<Who> Who(Node node, string element) => binder.Need(node, "who", element) is { } who
        ? binder.Dated(who, element, WhoOf)
        : Dated<Who>.Always(Nobody);

    private Who WhoOf(Node node)
    {
        if (node["role"] is null && node["units"] is null)
            binder.Faults.Add(ReferenceFaults.EmptyWho(node.Place));
        if (node["role"] is not null && node["units"] is not null)
            binder.Faults.Add(ReferenceFaults.RoleAndUnits(node.Place));
        return new(Binder.TextOrNull(node, "role"), Binder.Texts(node["units"]), Binder.Texts(node["except"]), node["ofEvent"]?.Boolean == true);
    }

    private string? To(Node node) => Binder.TextOrNull(node, "to") is "office" ? office : Binder.TextOrNull(node, "to");

    private static MetBy MetByOf(string? text) => text switch
    {
        "acceptance" => MetBy.Acceptance,
        "event" => MetBy.Event,
        _ => MetBy.Submission,
    };

    /// <summary>The jurisdiction's readings, over them the obligation's own, over those the options that stand beside the kind of time.</summary>
    private Readings ReadingsOf(Node node, Node? rule, Basis period)
    {
        var options = rule is { IsObject: true } ? Options(rule, period) : [];
        return readings.With(JurisdictionBinder.Readings(node["readings"], binder).Values).With(options);
    }

    private static IEnumerable<Reading> Options(Node rule, Basis period)
    {
        if (rule["inclusive"]?.Boolean is { } inclusive)
            yield return Of("before", inclusive ? "inclusive" : "exclusive", rule["inclusive"]!);
        if (rule["startDayCounts"]?.Boolean is { } counts)
            yield return Of("startDay", counts ? "included" : "excluded", rule["startDayCounts"]!);
        if (rule["closesAt"] is { } closes)
            yield return Of("closesAt", closes.Text, closes);
        if (rule["nonWorkingDay"] is not { } roll)
            yield break;
        yield return Of("namedDate", roll.Text, roll);
        yield return Of("periodEnd", roll.Text, roll);

        Reading Of(string name, string value, Node at) => new(name, value, period, at.Place);
    }

    private Ladder LadderOf(Node node)
    {
        var id = Binder.TextOrNull(node, "ladder") ?? defaultLadder;
        if (ladders.TryGetValue(id, out var ladder))
            return ladder;
        binder.Unknown((node["ladder"] ?? node).Place, "ladder", id, ladders.Keys);
        return new(id, new("", ""), Basis.OfLocal(new("", "")), [], node.Place);
    }
}
