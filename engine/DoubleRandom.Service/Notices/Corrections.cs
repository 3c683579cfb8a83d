using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>A notice that became wrong is followed by exactly one correction, to exactly those who had it.</summary>
public sealed class Corrections(NoticeComposer composer, OutboxWriter outbox)
{
    /// <summary>Writes the corrections for deadlines that moved or were withdrawn; returns how many notices that were.</summary>
    public async Task<int> WriteAsync(NpgsqlConnection connection, Pack pack, IReadOnlyList<MovedDeadline> moved, DateTimeOffset now, CancellationToken cancel)
    {
        var drafts = new List<NoticeDraft>();
        var told = (await Outbox.ToldAsync(connection, pack.Jurisdiction.Folder, moved, cancel)).ToLookup(told => (told.Obligation, told.Unit, told.Period));
        foreach (var move in moved)
            foreach (var reader in told[(move.Obligation, move.Unit, move.Period)])
                drafts.Add(Draft(pack, move, new(reader.RecipientUnit, reader.Function), reader.Language, now));
        return (await outbox.WriteAsync(connection, drafts, now, cancel)).Values.Sum();
    }

    private NoticeDraft Draft(Pack pack, MovedDeadline move, Recipient recipient, string language, DateTimeOffset now)
    {
        // The obligation or the unit may be gone from the new pack: then its id has to do.
        var obligation = pack.Obligation(move.Obligation);
        var data = new NoticeData()
            .With("unit", pack.Unit(move.Unit)?.Name.In(language) ?? move.Unit)
            .With("obligation", obligation?.Name.In(language) ?? move.Obligation)
            .With("deliverable", obligation is null ? move.Obligation : NoticeComposer.Deliverable(pack, obligation, language))
            .With("dueOn", move.DueOn)
            .With("oldDueOn", (DateOnly?)move.OldDueOn)
            .With("url", composer.Url(pack, move.Obligation, move.Unit, move.Period));
        if (obligation is not null)
            NoticeComposer.Basis(data, pack, obligation, language);
        var (subject, body) = composer.Render(pack, "correction", composer.Common(data, pack, recipient, language, now), language);
        var key = $"{pack.Jurisdiction.Folder}/{move.Obligation}/{move.Unit}/{move.Period}/correction/{move.Revision}>{recipient.Unit}/{recipient.Function}/{language}";
        return new(key, pack.Jurisdiction.Folder, move.Obligation, move.Unit, move.Period, "correction", [], recipient.Unit, recipient.Function, language, subject, body, false, false, move.DueOn);
    }
}
