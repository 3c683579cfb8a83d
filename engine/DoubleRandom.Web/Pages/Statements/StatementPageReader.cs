using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Web.Pages.Statements;

/// <summary>Gathers the page on which an office states something.</summary>
internal sealed class StatementPageReader(RunningPacks packs, NpgsqlDataSource source, TimeProvider time)
{
    private const int MostNewest = 20;

    public Pack? Of(string folder) => packs.Of(folder);

    public StatementChoiceView Choice() => new([.. packs.All.Values.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal)]);

    /// <summary>The page.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="attempt">What was entered; of a record that an address names, what stands in it.</param>
    /// <param name="preview">What the public would read.</param>
    /// <param name="done">Link of the chain that was just made.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<StatementView> ReadAsync(Pack pack, StatementAttempt attempt, Statement? preview, long? done, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            var folder = pack.Jurisdiction.Folder;
            var newest = await PublicQueries.NewestAsync(connection, folder, MostNewest, cancel);
            var made = done is { } sequence && newest.FirstOrDefault(record => record.Sequence == sequence) is { } record
                ? new PublicReceipt(folder, record.Kind, record.Key, sequence, record.Version, "", PublicAddresses.Of(folder, record.Kind, record.Key))
                : null;
            return new StatementView(pack, newest, attempt.Do.Length == 0 ? await FilledAsync(connection, folder, attempt, cancel) : attempt, preview, made, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow()));
        },
        cancel);

    /// <summary>Whoever corrects or withdraws a record begins with what it says.</summary>
    private static async Task<StatementAttempt> FilledAsync(NpgsqlConnection connection, string folder, StatementAttempt asked, CancellationToken cancel)
    {
        if (asked["key"].Length == 0 || await PublicQueries.RecordAsync(connection, folder, asked["kind"], asked["key"], cancel) is not { IsWithheld: false } record)
            return asked;
        var texts = asked.Texts.ToDictionary(StringComparer.Ordinal);
        (texts["title"], texts["unit"], texts["text"]) = (record.Title, record.Unit ?? "", ShownStatement.Of(record.Content).InBody("text") ?? "");
        return asked with { Texts = texts };
    }
}
