using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Draws;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>At every beat: steps that began to wait for inspectors after their draw was dispatched are told whom it sends.</summary>
public sealed class DispatchRounds(NpgsqlDataSource source, RunningPacks packs, Turns turns, ILogger<DispatchRounds> log)
{
    private const int Most = 200;

    /// <summary>Goes round all jurisdictions once; gives how many steps went on.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var folder in packs.All.Keys.Order(StringComparer.Ordinal))
            foreach (var number in await source.ReadAsync(connection => DrawTable.AwaitedAsync(connection, folder, Most, cancel), cancel))
                told += await TellAsync(folder, number, cancel);
        return told;
    }

    private async Task<int> TellAsync(string folder, string number, CancellationToken cancel)
    {
        var answer = await turns.TakeAsync(
            folder,
            async chain =>
            {
                if (await DrawTable.FindAsync(chain.Connection, folder, number, cancel) is not { SupersededBy: null } draw)
                    return Answer.Done(0);
                var (told, refusals) = await DrawDispatch.TellAsync(chain, draw, Actor.Engine);
                if (refusals.Count > 0)
                    return Answer.Refused<int>(refusals);
                if (told > 0)
                    chain.Record = ("system", "draw.dispatched-further", $"{folder}/draw/{number}", $"{told}");
                return Answer.Done(told);
            }, cancel);
        if (!answer.IsDone)
            log.LogWarning("{Folder}: draw {Number} could not be told further: {Reasons}", folder, number, string.Join("; ", answer.Refusals.Select(refusal => refusal.Problem.En)));
        return answer.Value;
    }
}
