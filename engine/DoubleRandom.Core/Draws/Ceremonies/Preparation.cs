using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>A draw before its ceremony: what is asked for, completed by the pack's scheme, and everything that speaks against it before a single row is read.</summary>
public sealed class Preparation
{
    /// <summary>The most targets of a frame that is put together from directories, since it is held in memory; longer ones are drawn from files.</summary>
    public const int MostTargets = 2_000_000;

    private readonly IReadOnlyList<Diagnostic> _faults;

    private Preparation(DrawOrder order, DrawScheme? scheme, DrawRules? rules, IReadOnlyList<Diagnostic> faults) => (Order, Scheme, Rules, _faults) = (order, scheme, rules, faults);

    /// <summary>What is asked for, with what the scheme adds.</summary>
    public DrawOrder Order { get; }

    /// <summary>The scheme; null for none.</summary>
    public DrawScheme? Scheme { get; }

    /// <summary>The rules as far as they can be read before the lists are there; null when something speaks against them.</summary>
    public DrawRules? Rules { get; }

    /// <summary>Completes what is asked for.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="scheme">The scheme by which it is drawn; null for none.</param>
    /// <param name="instance">The instance that waits; null for a draw by itself.</param>
    /// <param name="owner">The unit that draws.</param>
    public static Preparation Of(DrawOrder order, DrawScheme? scheme, Workflows.Running.WorkflowInstance? instance, string owner)
    {
        var whole = SchemedOrder.Of(order, scheme, instance, owner);
        var (rules, faults) = FrozenRules.Draft(whole.Rules, whole.Yearly is not null);
        return new(whole, scheme, rules, faults);
    }

    /// <summary>Everything that speaks against it.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="by">Who prepares it.</param>
    /// <param name="today">The day, by the jurisdiction's clock.</param>
    public IEnumerable<Refusal> Against(Pack pack, string by, DateOnly today) =>
        [.. Ceremony.Against(Order.Witnesses, by), .. AgainstOrder(pack, today), .. _faults.Select(Refusal.Of), .. AgainstAssignment(), .. AgainstScheme()];

    /// <summary>What speaks against a frame of so many targets: none, or more than <see cref="MostTargets"/>.</summary>
    public static IEnumerable<Refusal> Against(int targets)
    {
        if (targets == 0)
            yield return PreparationRefusals.NoTargets();
        if (targets > MostTargets)
            yield return PreparationRefusals.ManyTargets(MostTargets);
    }

    private IEnumerable<Refusal> AgainstOrder(Pack pack, DateOnly today)
    {
        if (Order.What is not (DrawOrder.Targets or DrawOrder.Inspectors))
            yield return PreparationRefusals.NoWhat(Order.What);
        foreach (var id in RuleSets().Where(id => !pack.RuleSets.ContainsKey(id)))
            yield return PreparationRefusals.NoRuleSet(id, pack.RuleSets.Keys.Concat(TargetRows.Columns));
        if (Order.Yearly is { } yearly && yearly.Sum() is null)
            yield return PreparationRefusals.YearlyNumber();
        if (Order.Supersedes is { } other && string.IsNullOrWhiteSpace(Order.Reason))
            yield return CeremonyRefusals.NoReason(other);
        if (Order.On > today)
            yield return PreparationRefusals.LaterDay();
    }

    private IEnumerable<string> RuleSets() =>
        new[] { TargetRows.Columns.Contains(Order.Stratum, StringComparer.Ordinal) ? null : Order.Stratum, Order.Weight }.OfType<string>();

    private IEnumerable<Refusal> AgainstAssignment()
    {
        if (Rules is not { Assignment: null })
            yield break;
        if (Order.What is DrawOrder.Inspectors)
            yield return PreparationRefusals.NoAssignment();
        if (Scheme is { Slots.Count: > 0 } && Order.Days is null)
            yield return PreparationRefusals.NoDays(Scheme.Id);
    }

    private IEnumerable<Refusal> AgainstScheme()
    {
        if (Scheme is not null && Order.Witnesses.Count < Scheme.Witnesses)
            yield return PreparationRefusals.FewerWitnesses(Scheme.Witnesses);
    }
}
