using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Submissions;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>Tells the liaison of a unit that what it handed in was sent back, and why.</summary>
public sealed class SendBackNotices(NoticeComposer composer, OutboxWriter outbox, DirectorySnapshot directory)
{
    /// <summary>Writes the notice in the languages that the unit's liaisons read.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, Pack pack, SubmissionRow submission, DeadlineRow deadline, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        if (pack.Obligation(submission.Obligation) is not { } obligation || pack.Unit(submission.Unit) is not { } unit)
            return; // Neither is in the running pack any more: there is no duty to tell of.
        var recipient = new Recipient(unit.Id, "liaison");
        var people = await directory.OfAsync(connection, pack.Jurisdiction.Folder, cancel);
        var drafts = OutboxWriter.Languages(people, recipient).Select(language => Draft(pack, obligation, unit, submission, deadline, recipient, reason, language, now)).ToArray();
        await outbox.WriteAsync(connection, drafts, now, cancel);
    }

    private NoticeDraft Draft(
        Pack pack, Obligation obligation, Unit unit, SubmissionRow submission, DeadlineRow deadline, Recipient recipient, string reason, string language, DateTimeOffset now)
    {
        var data = NoticeComposer.Basis(new NoticeData(), pack, obligation, language)
            .With("unit", unit.Name.In(language))
            .With("obligation", obligation.Name.In(language))
            .With("deliverable", NoticeComposer.Deliverable(pack, obligation, language))
            .With("dueOn", (DateOnly?)deadline.DueOn)
            .With("closesAt", NoticeComposer.ClosesAt(pack, obligation))
            .With("reason", reason)
            .With("url", composer.Url(pack, submission.Obligation, submission.Unit, submission.Period));
        var (subject, body) = composer.Render(pack, "returned", composer.Common(data, pack, recipient, language, now), language);
        return new(
            $"{submission.Key}/returned/{submission.Id}>{recipient.Unit}/{recipient.Function}/{language}", submission.Jurisdiction, submission.Obligation, submission.Unit, submission.Period,
            "returned", [], recipient.Unit, recipient.Function, language, subject, body, false, false, deadline.DueOn);
    }
}
