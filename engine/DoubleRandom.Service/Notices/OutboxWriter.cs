using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.People;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>Writes notices to the outbox together with their ways out: the mail and webhook addresses of the people they are for.</summary>
public sealed class OutboxWriter(DirectorySnapshot directory, NoticeSettings settings)
{
    /// <summary>The languages in which a recipient reads; Chinese when the directory knows nobody.</summary>
    public static IReadOnlyList<string> Languages(ILookup<Recipient, PersonRow> people, Recipient recipient) =>
        people[recipient].Select(person => person.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } languages ? languages : ["zh"];

    /// <summary>Writes the notices; those that are there already are passed over. Returns how many were new.</summary>
    public async Task<int> WriteAsync(NpgsqlConnection connection, Pack pack, IReadOnlyList<NoticeDraft> drafts, DateTimeOffset now, CancellationToken cancel)
    {
        if (drafts.Count == 0)
            return 0;
        var people = await directory.OfAsync(connection, pack.Jurisdiction.Folder, cancel);
        var written = await Outbox.WriteAsync(connection, drafts, now, cancel);
        if (settings.IsVirtual)
            return written.Count; // What a simulated clock decides stays in the inbox.
        var deliveries = drafts
            .Where(draft => written.ContainsKey(draft.Key))
            .SelectMany(draft => Addresses(people, draft).Select(address => (written[draft.Key], address.Channel, address.Address)))
            .ToArray();
        await Deliveries.AddAsync(connection, deliveries, now, cancel);
        return written.Count;
    }

    private static IEnumerable<(string Channel, string Address)> Addresses(ILookup<Recipient, PersonRow> people, NoticeDraft draft)
    {
        foreach (var person in people[new(draft.RecipientUnit, draft.Function)].Where(person => string.Equals(person.Language, draft.Language, StringComparison.Ordinal)))
        {
            if (person.Mail is { Length: > 0 } mail)
                yield return ("mail", mail);
            if (person.Webhook is { Length: > 0 } webhook)
                yield return ("webhook", webhook);
        }
    }
}
