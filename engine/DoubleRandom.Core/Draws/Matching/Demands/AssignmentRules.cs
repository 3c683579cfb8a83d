using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>
/// How inspectors are assigned, as the rules of a draw say it (member <c>assignment</c>). With the published lists it decides who may fill which slot; all of it is fixed before any seed exists,
/// the days on which somebody is away included.
/// </summary>
public sealed record AssignmentRules
{
    /// <summary>The days of the check: a credential must hold to the last, an absence on any keeps an inspector out.</summary>
    public required DaySpan Days { get; init; }

    /// <summary>The slots of every target; null when each stratum has its own.</summary>
    public IReadOnlyList<SlotRule>? Slots { get; init; }

    /// <summary>The slots of the targets of each stratum, by its code; empty when all have the same.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SlotRule>> Strata { get; init; } = new Dictionary<string, IReadOnlyList<SlotRule>>(StringComparer.Ordinal);

    /// <summary>Of the inspectors who may not be sent on every day, by pseudonym: to when the credential holds, and when they are away.</summary>
    public IReadOnlyList<InspectorDays> Inspectors { get; init; } = [];

    /// <summary>The SHA-256 of the salt of the pseudonyms, see <see cref="DoubleRandom.Core.Draws.Inspectors.Pseudonym"/>; null when the list holds no pseudonyms.</summary>
    public Digest? Salt { get; init; }

    /// <summary>The slots of the targets of a stratum; null when the rules name none for it.</summary>
    public IReadOnlyList<SlotRule>? Of(string stratum) => Slots ?? Strata.GetValueOrDefault(stratum);

    /// <summary>Who may fill which slot of what was drawn. The slots of a target are numbered from 0 in the order of the rules.</summary>
    /// <param name="drawn">What was drawn; substitutes have no slots.</param>
    /// <param name="inspectors">The inspectors that the rules are bound to.</param>
    /// <param name="recusals">The recusals that the rules are bound to.</param>
    public MatchDemand For(IEnumerable<StratumDraw> drawn, IReadOnlyCollection<InspectorRow> inspectors, IReadOnlyCollection<RecusalRow> recusals) =>
        new([.. drawn.SelectMany(stratum => stratum.Selected.SelectMany(target => Asked(stratum.Plan.Stratum, target.Id)))], inspectors, recusals, Inspectors);

    private IEnumerable<SlotDemand> Asked(string stratum, string target) =>
        (Of(stratum) ?? []).SelectMany(rule => Enumerable.Repeat(rule, rule.Count)).Select((rule, number) => new SlotDemand(new(target, number), rule.Department, rule.Tags, rule.Area, Days));
}
