using DoubleRandom.Core.Notices;
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

    /// <summary>Writes the notices; those that are there already are passed over. Returns how many were new, by jurisdiction.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WriteAsync(NpgsqlConnection connection, IReadOnlyList<NoticeDraft> drafts, DateTimeOffset now, CancellationToken cancel)
    {
        var deliveries = new List<(string Key, string Channel, string Address)>();
        if (!settings.IsVirtual) // What a simulated clock decides stays in the inbox.
            foreach (var group in drafts.GroupBy(draft => draft.Jurisdiction, StringComparer.Ordinal))
            {
                var people = await directory.OfAsync(connection, group.Key, cancel);
                deliveries.AddRange(group.SelectMany(draft => Deliveries(people, draft)));
            }

        return await Outbox.WriteAsync(connection, drafts, deliveries, now, cancel);
    }

    private static IEnumerable<(string Key, string Channel, string Address)> Deliveries(ILookup<Recipient, PersonRow> people, NoticeDraft draft)
    {
        foreach (var person in people[new(draft.RecipientUnit, draft.Function)].Where(person => string.Equals(person.Language, draft.Language, StringComparison.Ordinal)))
        {
            if (person.Mail is { Length: > 0 } mail)
                yield return (draft.Key, "mail", mail);
            if (person.Webhook is { Length: > 0 } webhook)
                yield return (draft.Key, "webhook", webhook);
        }
    }
}
