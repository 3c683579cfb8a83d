using System.Text.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>The days on which something stands on a list.</summary>
/// <param name="From">The day of listing.</param>
/// <param name="To">The day of removal; null while it stands there.</param>
public sealed record Listing(DateOnly From, DateOnly? To)
{
    /// <summary>Whether it stands there on a day; on the day of removal no longer.</summary>
    public bool Holds(DateOnly on) => From <= on && (To is null || on < To);
}

/// <summary>An inspection target (检查对象) as its row of the directory has it on some day.</summary>
/// <param name="Code">Unified social credit code, or the old registration number of one without.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Every value of the row, by column id.</param>
public sealed record Target(string Code, string Name, JsonElement Content)
{
    /// <summary>The number that it had before its code.</summary>
    public string? RegistrationNumber => Content.Text("registrationNumber");

    /// <summary>Division code.</summary>
    public string? Area => Content.Text("area");

    /// <summary>Industry code.</summary>
    public string? Industry => Content.Text("industry");

    /// <summary>What it may do by its licence; decides which departments take part when it is drawn undirected.</summary>
    public string? BusinessScope => Content.Text("businessScope");

    /// <summary>active, suspended, revoked, deregistered, moved-out.</summary>
    public string Status => Content.Text("status") ?? "active";

    /// <summary>A to D; null when it was not graded.</summary>
    public string? CreditRiskClass => Content.Text("creditRiskClass");

    /// <summary>The sub-directories that it stands in: key targets, industries.</summary>
    public IReadOnlyList<string> Subdirectories => Content.Texts("subdirectories");

    /// <summary>Its place on the list of abnormal operation (经营异常名录); null when it never stood there.</summary>
    public Listing? AbnormalList => ListingOf("abnormalList");

    /// <summary>Its place on the list of serious violations (严重违法失信名单); null when it never stood there.</summary>
    public Listing? SeriousViolationList => ListingOf("seriousViolationList");

    /// <summary>The days on which it was inspected.</summary>
    public IReadOnlyList<DateOnly> InspectedOn => Content.Dates("inspectedOn");

    /// <summary>The target of a row's content.</summary>
    public static Target Of(JsonElement content) => new(content.Text("code")!, content.Text("name")!, content);

    /// <summary>The credit-risk class through time, from the versions of a row; null when it was never graded.</summary>
    /// <param name="versions">The versions with the day from which each holds, oldest first. A version that says since when the class holds is believed.</param>
    public static Dated<string>? ClassesOf(IEnumerable<(DateOnly From, Target Target)> versions)
    {
        var history = new List<DatedValue<string>>();
        foreach (var (from, target) in versions)
            if (target.CreditRiskClass is { } risk && !(history is [.., var last] && string.Equals(last.Value, risk, StringComparison.Ordinal)))
            {
                var since = target.Content.Date("creditRiskClassFrom") ?? from;
                history.RemoveAll(entry => entry.From >= since);
                history.Add(new(since, risk, null));
            }

        return history.Count == 0 ? null : new(history);
    }

    /// <summary>What rules may ask about it on a day. What the row does not say is unknown, except that it then stands on no list, was never inspected, and is no key field, which directories mark.</summary>
    /// <param name="schema">The facts of the jurisdiction's pack; a value that no longer fits one of them is unknown.</param>
    /// <param name="on">The day of the question.</param>
    public FactSet Facts(FactSchema schema, DateOnly on)
    {
        var facts = new FactSetBuilder(schema);
        foreach (var fact in schema.Facts.Where(fact => fact.Path.StartsWith("target.", StringComparison.Ordinal)))
            if (Content.Fact(fact.Path["target.".Length..], fact.Type) is { } value && FactFit.Of(fact.Type, value) is { } fitting)
                facts.Put(fact, fitting);
        var inspected = InspectedOn.Where(day => day <= on).ToArray();
        facts.Set("target.id", Code).Set("target.status", Status).Set("target.isKeyField", Content.Flag("isKeyField") == true)
            .Set("target.abnormalList", AbnormalList?.Holds(on) == true)
            .Set("target.seriousViolationList", SeriousViolationList?.Holds(on) == true)
            .Set("target.inspectionsThisYear", inspected.Count(day => day.Year == on.Year));
        if (inspected.Length > 0)
            facts.Set("target.lastInspectedOn", inspected.Max());
        return facts.Set("today", on).Build();
    }

    private Listing? ListingOf(string list) => Content.Date(list + "From") is { } from ? new(from, Content.Date(list + "To")) : null;
}
