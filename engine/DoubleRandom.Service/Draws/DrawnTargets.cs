using DoubleRandom.Core.Directories;
using DoubleRandom.Store.Directories;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>Who was drawn, and who came in whose place, with the names of the day of the draw.</summary>
/// <param name="Picks">Who was drawn; of very many the first <see cref="Most"/>, for all of them stand in the record.</param>
/// <param name="Uses">The substitutes that were used, in order.</param>
/// <param name="Names">Names by code; who stood in no directory is missing.</param>
internal sealed record DrawnTargets(IReadOnlyList<DrawPickRow> Picks, IReadOnlyList<DrawUseRow> Uses, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The most that pages and statements name.</summary>
    public const int Most = 1000;

    public static async Task<DrawnTargets> ReadAsync(NpgsqlConnection connection, DrawRow row, CancellationToken cancel)
    {
        DrawPickRow[] picks = [.. (await DrawHistory.PicksAsync(connection, row, cancel)).Take(Most)];
        var uses = await DrawHistory.UsesAsync(connection, row, cancel);
        var named = await DirectoryQueries.AsOfAsync(connection, new(row.Jurisdiction, TargetSheet.Id), row.OnDay, [.. picks.Select(pick => pick.Code), .. uses.Select(use => use.Code)], cancel);
        return new(picks, uses, named.ToDictionary(target => target.Code, target => target.Name, StringComparer.Ordinal));
    }
}
