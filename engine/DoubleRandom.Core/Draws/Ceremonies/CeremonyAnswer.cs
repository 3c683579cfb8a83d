namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>What becomes of a draw.</summary>
/// <param name="State">Where it stands then; where it stood, when refused or done before.</param>
/// <param name="IsRepeat">Whether the very same step was taken before: nothing is to be done, and the answer is the same.</param>
/// <param name="Refusals">Every reason against the step; none when it is taken.</param>
public sealed record CeremonyAnswer(CeremonyState State, bool IsRepeat, IReadOnlyList<Refusal> Refusals)
{
    internal static CeremonyAnswer Taken(CeremonyState next) => new(next, false, []);

    internal static CeremonyAnswer Repeat(CeremonyState state) => new(state, true, []);

    internal static CeremonyAnswer Refused(CeremonyState state, params IReadOnlyList<Refusal> refusals) => new(state, false, refusals);
}
