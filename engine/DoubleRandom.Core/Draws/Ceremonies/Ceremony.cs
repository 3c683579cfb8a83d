using DoubleRandom.Core.Draws.Seeds;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>
/// Decides the steps of a draw: freeze, witnesses, draw, dispatch, reveal. The order is the security: whatever could be chosen is fixed before the seed exists,
/// and a seed, once given, is never given again. Every step may be sent twice, from two places, after a crash: the second time changes nothing.
/// </summary>
public static class Ceremony
{
    /// <summary>The fewest witnesses.</summary>
    public const int FewestWitnesses = 2;

    /// <summary>What becomes of a draw when a step is to be taken.</summary>
    public static CeremonyAnswer Decide(CeremonyState state, CeremonyCommand command) => command switch
    {
        CeremonyCommand.Freeze freeze => Freeze(state, freeze),
        CeremonyCommand.Witness witness => Witness(state, witness),
        CeremonyCommand.Beacon beacon => Beacon(state, beacon),
        CeremonyCommand.Run => Run(state),
        CeremonyCommand.Dispatch => Dispatch(state),
        CeremonyCommand.Reveal => Reveal(state),
        CeremonyCommand.Abandon abandon => Abandon(state, abandon),
        CeremonyCommand.Supersede supersede => Supersede(state, supersede),
        _ => throw new ArgumentException($"No step of the ceremony: {command}.", nameof(command)),
    };

    /// <summary>What speaks against the witnesses that are to be named: too few, one twice, or one who prepares the draw.</summary>
    public static IEnumerable<Refusal> Against(IReadOnlyList<string> witnesses, string preparedBy)
    {
        if (witnesses.Count < FewestWitnesses)
            yield return CeremonyRefusals.FewWitnesses(witnesses.Count);
        foreach (var name in witnesses.Where(name => !WitnessText.IsName(name)))
            yield return CeremonyRefusals.WitnessName(name);
        foreach (var twice in witnesses.GroupBy(WitnessText.Folded, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return CeremonyRefusals.WitnessTwice(twice.Last());
        foreach (var self in witnesses.Where(name => WitnessText.IsSame(name, preparedBy)))
            yield return CeremonyRefusals.WitnessTakesPart(self);
    }

    private static CeremonyAnswer Freeze(CeremonyState state, CeremonyCommand.Freeze freeze)
    {
        var isSame = string.Equals(freeze.Manifest, state.Manifest, StringComparison.Ordinal);
        if (state.FrozenBy is { } by && state.Stage != CeremonyStage.Abandoned)
            return isSame && WitnessText.IsSame(by, freeze.By) ? CeremonyAnswer.Repeat(state) : CeremonyAnswer.Refused(state, CeremonyRefusals.FrozenAlready(state));
        if (state.Stage != CeremonyStage.Prepared)
            return CeremonyAnswer.Refused(state, CeremonyRefusals.GivenUp(state));
        Refusal[] against =
        [
            .. isSame ? [] : new[] { CeremonyRefusals.OtherManifest(state) },
            .. WitnessText.IsSame(freeze.By, state.PreparedBy) ? new[] { CeremonyRefusals.OneEye(state) } : [],
            .. state.Witnesses.Where(seat => WitnessText.IsSame(seat.Name, freeze.By)).Select(seat => CeremonyRefusals.WitnessTakesPart(seat.Name)),
        ];
        return against.Length > 0 ? CeremonyAnswer.Refused(state, against) : CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Frozen, FrozenBy = freeze.By });
    }

    private static CeremonyAnswer Witness(CeremonyState state, CeremonyCommand.Witness witness)
    {
        if (state.Stage is CeremonyStage.Prepared or CeremonyStage.Abandoned)
            return CeremonyAnswer.Refused(state, state.Stage is CeremonyStage.Prepared ? CeremonyRefusals.NotFrozen(state) : CeremonyRefusals.GivenUp(state));
        if (state.Witnesses.FirstOrDefault(seat => WitnessText.IsSame(seat.Name, witness.Name)) is not { } seat)
            return CeremonyAnswer.Refused(state, CeremonyRefusals.NoWitness(state, witness.Name));
        if (seat.Value is { } given)
            return string.Equals(given, witness.Value, StringComparison.Ordinal) ? CeremonyAnswer.Repeat(state) : CeremonyAnswer.Refused(state, CeremonyRefusals.GaveAlready(seat.Name));
        if (!WitnessText.IsValue(witness.Value))
            return CeremonyAnswer.Refused(state, CeremonyRefusals.WitnessValue(seat.Name));
        var seats = state.Witnesses.Select(other => other == seat ? other with { Value = witness.Value } : other).ToArray();
        var (isLast, digits) = (Array.TrueForAll(seats, other => other.Value is not null), seats.Sum(other => other.Value?.Length ?? 0));
        if (isLast && digits < Seed.FewestDigits)
            return CeremonyAnswer.Refused(state, CeremonyRefusals.FewDigits(seat.Name, digits));
        return CeremonyAnswer.Taken(state with { Witnesses = seats, Stage = isLast && state.BeaconRound is null ? CeremonyStage.Seeded : CeremonyStage.Frozen });
    }

    /// <summary>The round must lie after the witnesses, or they could choose by it.</summary>
    private static CeremonyAnswer Beacon(CeremonyState state, CeremonyCommand.Beacon beacon)
    {
        if (state.BeaconRound is not { } round)
            return CeremonyAnswer.Refused(state, CeremonyRefusals.NoBeacon(state));
        if (state.Beacon is { } entered)
            return string.Equals(entered, beacon.Value, StringComparison.Ordinal) ? CeremonyAnswer.Repeat(state) : CeremonyAnswer.Refused(state, CeremonyRefusals.BeaconEntered(round));
        if (state.Stage != CeremonyStage.Frozen)
            return CeremonyAnswer.Refused(state, state.Stage is CeremonyStage.Prepared ? CeremonyRefusals.NotFrozen(state) : CeremonyRefusals.GivenUp(state));
        if (state.Silent.Any())
            return CeremonyAnswer.Refused(state, CeremonyRefusals.WitnessesFirst(state));
        return WitnessText.IsBeacon(beacon.Value)
            ? CeremonyAnswer.Taken(state with { Beacon = beacon.Value, Stage = CeremonyStage.Seeded })
            : CeremonyAnswer.Refused(state, CeremonyRefusals.BeaconValue(round));
    }

    private static CeremonyAnswer Run(CeremonyState state) => state.Stage switch
    {
        CeremonyStage.Seeded => CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Drawn }),
        CeremonyStage.Drawn or CeremonyStage.Dispatched or CeremonyStage.Revealed => CeremonyAnswer.Repeat(state),
        CeremonyStage.Abandoned => CeremonyAnswer.Refused(state, CeremonyRefusals.GivenUp(state)),
        CeremonyStage.Prepared => CeremonyAnswer.Refused(state, CeremonyRefusals.NotFrozen(state)),
        _ => CeremonyAnswer.Refused(state, CeremonyRefusals.NotSeeded(state)),
    };

    private static CeremonyAnswer Dispatch(CeremonyState state) => state switch
    {
        { SupersededBy: not null } => CeremonyAnswer.Refused(state, CeremonyRefusals.Superseded(state)),
        { Stage: CeremonyStage.Drawn } => CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Dispatched }),
        { Stage: CeremonyStage.Dispatched or CeremonyStage.Revealed } => CeremonyAnswer.Repeat(state),
        _ => CeremonyAnswer.Refused(state, CeremonyRefusals.NotDrawn(state)),
    };

    private static CeremonyAnswer Reveal(CeremonyState state) => state.Stage switch
    {
        CeremonyStage.Dispatched => CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Revealed }),
        CeremonyStage.Drawn when state.SupersededBy is not null => CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Revealed }),
        CeremonyStage.Revealed => CeremonyAnswer.Repeat(state),
        CeremonyStage.Drawn => CeremonyAnswer.Refused(state, CeremonyRefusals.NotDispatched(state)),
        _ => CeremonyAnswer.Refused(state, CeremonyRefusals.NotDrawn(state)),
    };

    private static CeremonyAnswer Abandon(CeremonyState state, CeremonyCommand.Abandon abandon) => state.Stage switch
    {
        CeremonyStage.Abandoned => CeremonyAnswer.Repeat(state),
        CeremonyStage.Drawn or CeremonyStage.Dispatched or CeremonyStage.Revealed => CeremonyAnswer.Refused(state, CeremonyRefusals.DrawnAlready(state)),
        _ when string.IsNullOrWhiteSpace(abandon.Reason) => CeremonyAnswer.Refused(state, CeremonyRefusals.NoReason(state.Number)),
        _ => CeremonyAnswer.Taken(state with { Stage = CeremonyStage.Abandoned, Reason = abandon.Reason }),
    };

    private static CeremonyAnswer Supersede(CeremonyState state, CeremonyCommand.Supersede supersede)
    {
        if (state.SupersededBy is { } by)
            return string.Equals(by, supersede.Number, StringComparison.Ordinal) ? CeremonyAnswer.Repeat(state) : CeremonyAnswer.Refused(state, CeremonyRefusals.Superseded(state));
        if (state.Stage is not (CeremonyStage.Drawn or CeremonyStage.Dispatched or CeremonyStage.Revealed))
            return CeremonyAnswer.Refused(state, CeremonyRefusals.AbandonInstead(state));
        return string.IsNullOrWhiteSpace(supersede.Reason)
            ? CeremonyAnswer.Refused(state, CeremonyRefusals.NoReason(state.Number))
            : CeremonyAnswer.Taken(state with { SupersededBy = supersede.Number, Reason = supersede.Reason });
    }
}
