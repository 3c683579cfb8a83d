using System.Text.Json;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>How the state of a ceremony is kept in its row.</summary>
internal static class DrawKeeping
{
    /// <summary>The word of a stage, in rows, JSON and addresses.</summary>
    public static string Word(this CeremonyStage stage) => JsonNamingPolicy.CamelCase.ConvertName(stage.ToString());

    public static CeremonyState StateOf(DrawRow row) => new()
    {
        Number = row.Number,
        Stage = Enum.Parse<CeremonyStage>(row.Stage, ignoreCase: true),
        Manifest = row.ManifestSha256,
        PreparedBy = row.PreparedBy,
        FrozenBy = row.FrozenBy,
        Witnesses = JsonSerializer.Deserialize<WitnessSeat[]>(row.Witnesses, JsonSerializerOptions.Web)!,
        BeaconRound = row.BeaconRound,
        Beacon = row.Beacon,
        SupersededBy = row.SupersededBy,
        Reason = row.Reason,
    };

    /// <summary>The row after a step, with the time of what it reached.</summary>
    public static DrawRow Next(DrawRow row, CeremonyState state, string by, DateTimeOffset now)
    {
        var isReached = !string.Equals(row.Stage, state.Stage.Word(), StringComparison.Ordinal);
        return row with
        {
            Stage = state.Stage.Word(),
            Witnesses = SeatsOf(state.Witnesses),
            Beacon = state.Beacon,
            FrozenBy = state.FrozenBy,
            SupersededBy = state.SupersededBy,
            Reason = state.Reason,
            FrozenAt = isReached && state.Stage == CeremonyStage.Frozen ? now : row.FrozenAt,
            DrawnBy = isReached && state.Stage == CeremonyStage.Drawn ? by : row.DrawnBy,
            DrawnAt = isReached && state.Stage == CeremonyStage.Drawn ? now : row.DrawnAt,
            DispatchedAt = isReached && state.Stage == CeremonyStage.Dispatched ? now : row.DispatchedAt,
            RevealedAt = isReached && state.Stage == CeremonyStage.Revealed ? now : row.RevealedAt,
            ChangedAt = now,
        };
    }

    public static string SeatsOf(IReadOnlyList<WitnessSeat> seats) => JsonSerializer.Serialize(seats, JsonSerializerOptions.Web);
}
