using DoubleRandom.Core;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication.Circulars;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using DoubleRandom.Web.Pages.Home;
using Npgsql;

namespace DoubleRandom.Web.Pages.Notices;

/// <summary>Gathers the inbox and single notices.</summary>
internal sealed class NoticeReader(NpgsqlDataSource source, RunningPacks packs, HomeReader home, CircularDesk circulars, TimeProvider time)
{
    private const int PageRows = 50;
    private const int MostLetters = 20;

    public Task<InboxView> InboxAsync(string? jurisdiction, string? unit, long? before, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            var choice = home.Choose(jurisdiction, unit);
            // One more than is shown tells whether there is another page.
            var rows = await Inbox.NewestAsync(connection, choice.Jurisdiction, choice.Unit, before, PageRows + 1, cancel);
            var shown = rows.Take(PageRows).Select(Line).ToArray();
            return new InboxView(choice, shown, before is null, rows.Count > PageRows ? shown[^1].Row.Id : null, await Deliveries.DeadAsync(connection, MostLetters, cancel));
        },
        cancel);

    /// <summary>One notice, noted as read; null when there is none of that number.</summary>
    public async Task<NoticeView?> OneAsync(long id, CircularAttempt attempt, string done, CancellationToken cancel)
    {
        var drafts = await circulars.DraftsAsync(id, cancel);
        return await source.ReadAsync(
            async connection =>
            {
                if (await Inbox.GetAsync(connection, id, cancel) is not { } row)
                    return null;
                var now = time.GetUtcNow();
                await Inbox.ReadAsync(connection, id, now, cancel);
                return new NoticeView(Line(row with { ReadAt = row.ReadAt ?? now }), await Deliveries.OfAsync(connection, id, cancel), new(id, packs.Of(row.Jurisdiction), drafts, attempt), done);
            },
            cancel);
    }

    public Task<int> RetryAsync(long id, CancellationToken cancel) => source.ReadAsync(connection => Deliveries.RetryAsync(connection, id, time.GetUtcNow(), cancel), cancel);

    private NoticeLine Line(NoticeRow row)
    {
        var pack = packs.Of(row.Jurisdiction);
        var (unit, function) = (pack?.Unit(row.RecipientUnit)?.Name ?? new(row.RecipientUnit, row.RecipientUnit), Wording.Words.Function(row.Function));
        return new(row, pack?.Jurisdiction.Name ?? new(row.Jurisdiction, row.Jurisdiction), new Bilingual($"{unit.Zh}{function.Zh}", $"{unit.En}, {function.En}"), pack?.Jurisdiction.TimeZone ?? HomeReader.UsualZone);
    }
}
