using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>What a step of a ceremony came to.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Stage">How far it has come: <c>prepared</c>, <c>frozen</c>, <c>seeded</c>, <c>drawn</c>, <c>dispatched</c>, <c>revealed</c>, <c>abandoned</c>.</param>
/// <param name="ManifestSha256">What a second person confirms.</param>
/// <param name="RecordSha256">The hash of the record as it was first published; null before.</param>
/// <param name="Waiting">Who or what the next step waits for: names of witnesses, the beacon's round; empty for nothing.</param>
/// <param name="Told">How many steps of workflows went on.</param>
public sealed record DrawReceipt(string Number, string Stage, string ManifestSha256, string? RecordSha256, IReadOnlyList<string> Waiting, int Told)
{
    internal static DrawReceipt Of(DrawRow row, int told = 0)
    {
        var state = DrawKeeping.StateOf(row);
        string[] waiting = row.Stage is not "frozen" ? [] : [.. state.Silent.Select(seat => seat.Name), .. state is { BeaconRound: { } round, Beacon: null } ? new[] { round } : []];
        return new(row.Number, row.Stage, row.ManifestSha256, row.RecordSha256, waiting, told);
    }
}

/// <summary>What a stratum of a frame holds.</summary>
/// <param name="Stratum">Its code; <c>*</c> for the whole frame.</param>
/// <param name="Rows">All its targets.</param>
/// <param name="Eligible">Those that can be drawn.</param>
/// <param name="Excluded">How many are excluded for each reason.</param>
/// <param name="Number">How many will be drawn.</param>
public sealed record StratumView(string Stratum, long Rows, long Eligible, IReadOnlyDictionary<string, long> Excluded, long Number)
{
    internal static StratumView Of(StratumPlan plan) => new(plan.Stratum, plan.Count.Rows, plan.Count.Eligible, plan.Count.Excluded, plan.Number);
}

/// <summary>A draw that was prepared, for the second person to look at.</summary>
/// <param name="Draw">Where it stands.</param>
/// <param name="Strata">The frame, stratum by stratum.</param>
public sealed record PreparedDraw(DrawReceipt Draw, IReadOnlyList<StratumView> Strata);
