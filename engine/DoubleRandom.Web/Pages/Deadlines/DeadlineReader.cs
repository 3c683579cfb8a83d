using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Web.Pages.Wording;
using Npgsql;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>Gathers the page of one deadline.</summary>
internal sealed class DeadlineReader(NpgsqlDataSource source, RunningPacks packs, DeadlineOrigin origin, TimeProvider time)
{
    /// <summary>The page, or null when there is no such deadline.</summary>
    public Task<DeadlineView?> ReadAsync(DeadlineKey key, Attempt attempt, string done, CancellationToken cancel) =>
        source.ReadAsync(connection => ReadAsync(connection, key, attempt, done, cancel), cancel);

    private async Task<DeadlineView?> ReadAsync(NpgsqlConnection connection, DeadlineKey key, Attempt attempt, string done, CancellationToken cancel)
    {
        if (packs.Of(key.Jurisdiction) is not { } pack || await DeadlineQueries.GetAsync(connection, key, cancel) is not { } row)
            return null;
        var (obligation, unit, now) = (pack.Obligation(key.Obligation), pack.Unit(key.Unit), time.GetUtcNow());
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now);
        var planned = await origin.OfAsync(connection, pack, row, cancel);
        var lines = planned is null ? [] : Explanation.Of(planned, pack);
        var notices = await Inbox.OfDeadlineAsync(connection, key, cancel);
        var files = (await SubmissionTable.AttachmentsOfAsync(connection, key, cancel)).ToLookup(file => file.Submission);
        var submissions = await SubmissionTable.OfAsync(connection, key, cancel);
        return new(
            row, pack, obligation, unit?.Name ?? new(key.Unit, key.Unit), Receiver(pack, obligation), obligation?.Form is { } form ? pack.Forms.GetValueOrDefault(form) : null,
            today, lines, planned is null ? [] : Computation.Of(planned, lines, pack.Calendar, row.DueOn, today), Steps.Of(pack, row, notices, now),
            [.. notices.Reverse()], [.. submissions.Select(one => Handed(pack, one, files[one.Id]))], attempt, done);
    }

    private static HandedIn Handed(Pack pack, SubmissionRow row, IEnumerable<AttachmentRow> files) =>
        new(row, pack.Forms.GetValueOrDefault(row.Form), JsonNode.Parse(row.Content) as JsonObject ?? [], [.. files]);

    private static Bilingual? Receiver(Pack pack, Obligation? obligation) => obligation?.To switch
    {
        null => null,
        Obligation.Public => DeadlineWords.Public,
        var id => pack.Unit(id)?.Name ?? (id is "office" ? pack.Unit(pack.Jurisdiction.OfficeUnit)?.Name : null) ?? new(id, id),
    };
}
