using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication.Circulars;

/// <summary>
/// Where the office makes a drafted circular public in one act, or corrects or withdraws it when the deadline turned out otherwise. Nothing here happens by itself: whether
/// a circular is public is for the county to say, since no order demands it.
/// </summary>
public sealed class CircularDesk(NpgsqlDataSource source, RunningPacks packs, PublicDesk desk, NoticeComposer composer, TimeProvider time)
{
    private readonly CircularText _text = new(composer);

    /// <summary>The circulars of a notice with what would become public of each; none when it drafted none or did not go to the office.</summary>
    /// <param name="notice">Number of the notice.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<CircularDraft>> DraftsAsync(long notice, CancellationToken cancel) => source.ReadAsync(
        async connection => await Inbox.GetAsync(connection, notice, cancel) is { } row ? await DraftsAsync(connection, row, cancel) : [], cancel);

    /// <summary>Publishes, corrects or withdraws a circular, with its entry in the audit chain. Publishing what is public already says nothing again.</summary>
    public async Task<Answer<PublicReceipt>> DoAsync(CircularOrder order, CancellationToken cancel)
    {
        if (await source.ReadAsync(connection => Inbox.GetAsync(connection, order.Notice, cancel), cancel) is not { } notice)
            return Answer.Refused<PublicReceipt>(CircularRefusals.NoNotice(order.Notice));
        var drafts = await DraftsAsync(order.Notice, cancel);
        if (drafts.Count == 0)
            return Answer.Refused<PublicReceipt>(CircularRefusals.NoCircular(order.Notice));
        if (Chosen(drafts, order.Deadline) is not { } draft)
            return Answer.Refused<PublicReceipt>(CircularRefusals.Which(drafts.Select(one => one.Name)));
        return order.Act switch
        {
            StatementAct.Publish when draft.Against.Count > 0 && !draft.IsShown => Answer.Refused<PublicReceipt>(draft.Against),
            StatementAct.Publish => await desk.PublishOnceAsync(notice.Jurisdiction, draft.Statement, order.By, cancel),
            StatementAct.Correct when string.IsNullOrWhiteSpace(order.Text) => Answer.Refused<PublicReceipt>(CircularRefusals.NoText),
            StatementAct.Correct or StatementAct.Withdraw => await desk.StateAsync(notice.Jurisdiction, Later(draft.Statement, order), order.By, order.Key, cancel),
            _ => Answer.Refused<PublicReceipt>(CircularRefusals.Withhold),
        };
    }

    /// <summary>The statement with the office's own text and reason.</summary>
    private static Statement Later(Statement statement, CircularOrder order)
    {
        var body = JsonNode.Parse(statement.Body)!.AsObject();
        body[CircularDraft.Text] = order.Text?.ReplaceLineEndings("\n");
        return statement with { Act = order.Act, Body = order.Act == StatementAct.Correct ? body.ToJsonString() : "{}", Reason = order.Reason };
    }

    private static CircularDraft? Chosen(IReadOnlyList<CircularDraft> drafts, string? deadline) => deadline is null && drafts is [var only]
        ? only
        : drafts.FirstOrDefault(draft => string.Equals(draft.Name, deadline, StringComparison.Ordinal));

    private async Task<IReadOnlyList<CircularDraft>> DraftsAsync(NpgsqlConnection connection, NoticeRow notice, CancellationToken cancel)
    {
        if (packs.Of(notice.Jurisdiction) is not { } pack || !string.Equals(notice.RecipientUnit, pack.Jurisdiction.OfficeUnit, StringComparison.Ordinal))
            return [];
        var discretion = await PersonalWords.OfAsync(connection, notice.Jurisdiction, cancel);
        var drafts = new List<CircularDraft>();
        foreach (var key in CircularDeadlines.Of(pack, notice))
            if (await DeadlineQueries.GetAsync(connection, key, cancel) is { } deadline && await DraftAsync(connection, pack, deadline, discretion, cancel) is { } draft && (notice.Circular || draft.State is not null))
                drafts.Add(draft);
        return drafts;
    }

    private async Task<CircularDraft> DraftAsync(NpgsqlConnection connection, Pack pack, DeadlineRow deadline, Discretion discretion, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now);
        var place = new DeadlineKey(deadline.Jurisdiction, deadline.Obligation, deadline.Unit, deadline.Period);
        var (name, key, kind) = ($"{place.Obligation}/{place.Unit}/{place.Period}", CircularDeadlines.KeyOf(place), StatementKind.Circular.Word());
        var record = await PublicQueries.RecordAsync(connection, deadline.Jurisdiction, kind, key, cancel);
        var composed = _text.Of(pack, deadline, key, today, now);
        var statement = composed ?? new(StatementKind.Circular, key, StatementAct.Publish, record?.Title is { Length: > 0 } title ? title : name, "{}", today, pack.Jurisdiction.OfficeUnit);
        Refusal[] against =
        [
            .. composed is null ? new[] { CircularRefusals.Gone(name) } : [],
            .. deadline.Status is not "open" ? new[] { CircularRefusals.Settled(name, deadline.Status) } : deadline.DueAt > now ? [CircularRefusals.NotLate(name, deadline.DueOn)] : [],
        ];
        return new(place, discretion.Without(statement), deadline.Status, record?.State, PublicAddresses.Of(deadline.Jurisdiction, kind, key), against);
    }
}
