using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store.Deadlines;
using Npgsql;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>Retells how a stored deadline came to its day, by making it again with the pack that runs.</summary>
internal sealed class DeadlineExplanation(NpgsqlDataSource source, RunningPacks packs, DeadlineOrigin origin)
{
    /// <summary>The explanation, or why there is none.</summary>
    public async Task<(ExplanationView? View, Refusal? Refusal)> OfAsync(DeadlineKey key, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (await DeadlineQueries.GetAsync(connection, key, cancel) is not { } row)
            return (null, new("deadline-unknown", key.ToString(), new("没有这项时限", "there is no such deadline"), new("从时限列表重新选择", "choose it again from the list of deadlines")));
        if (packs.Of(key.Jurisdiction) is not { } pack || await origin.OfAsync(connection, pack, row, cancel) is not { } planned)
            return (null, new("deadline-not-planned", key.ToString(), new("现行配置不再产生该时限", "the running pack no longer plans this deadline"), new("查看当时采用的配置包版本", "look at the pack version that was adopted then")));
        return (new(key.Jurisdiction, key.Obligation, key.Unit, key.Period, row.DueOn, [.. Explanation.Of(planned, pack).Select(View), .. Extension(row)]), null);
    }

    private static ExplanationLineView View(ExplanationLine line) => new(line.Step, line.From, line.To, line.Text, line.About);

    private static IEnumerable<ExplanationLineView> Extension(DeadlineRow row)
    {
        if (row.ExtendedOn is { } to)
            yield return new("extended", row.PlannedOn, to, new($"延期至 {to.Iso()}：{row.Reason}", $"extended to {to.Iso()}: {row.Reason}"));
    }
}
