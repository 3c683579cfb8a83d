using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Exchanges;

/// <summary>Published results on their way to platforms, and what came back.</summary>
public static class ExchangeTable
{
    /// <summary>The results that are shown, by day and key; read as they come, however many there are.</summary>
    /// <param name="connection">Read from until the last one was taken.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="profile">Id of the profile.</param>
    /// <param name="since">Only those published or corrected on this day or later; null for all.</param>
    /// <param name="isOpenOnly">Only those that the platform does not have.</param>
    public static IAsyncEnumerable<ExchangeResult> ResultsAsync(NpgsqlConnection connection, string jurisdiction, string profile, DateOnly? since, bool isOpenOnly) =>
        connection.QueryUnbufferedAsync<ExchangeResult>(
            """
            select r.key, r.version, r.day, e.content, x.key is not null as is_taken
            from public_record r
            join public_entry e on e.jurisdiction = r.jurisdiction and e.sequence = r.sequence
            left join exchange_receipt x on x.jurisdiction = r.jurisdiction and x.profile = @profile and x.key = r.key and x.version = r.version
            where r.jurisdiction = @jurisdiction and r.kind = 'result' and r.state in ('published', 'corrected')
              and (@since::date is null or r.day >= @since) and not (@isOpenOnly and x.key is not null)
            order by r.day, r.key
            """,
            new { jurisdiction, profile, since, isOpenOnly }, commandTimeout: 0);

    /// <summary>Keeps what was taken over; what is known already stays as it is.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="stamp">Whose receipt, and of when.</param>
    /// <param name="taken">The results.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many are new.</returns>
    public static Task<int> KeepAsync(NpgsqlConnection connection, ReceiptStamp stamp, IReadOnlyCollection<TakenResult> taken, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into exchange_receipt (jurisdiction, profile, key, version, number, taken_on, file_sha256, at, by)
            select @Jurisdiction, @Profile, key, version, number, @On, @FileSha256, @At, @By
            from unnest(@keys::text[], @versions::int[], @numbers::text[]) as taken (key, version, number)
            on conflict do nothing
            """,
            new
            {
                stamp.Jurisdiction,
                stamp.Profile,
                stamp.On,
                stamp.FileSha256,
                stamp.At,
                stamp.By,
                keys = taken.Select(one => one.Key).ToArray(),
                versions = taken.Select(one => one.Version).ToArray(),
                numbers = taken.Select(one => one.Number).ToArray(),
            },
            cancellationToken: cancel));

    /// <summary>The open tasks of some instances at a step.</summary>
    public static async Task<IReadOnlyList<ClosableTask>> OpenAsync(NpgsqlConnection connection, string jurisdiction, string workflow, string step, IReadOnlyCollection<long> instances, CancellationToken cancel) =>
        [.. await connection.QueryAsync<ClosableTask>(new CommandDefinition(
            """
            select t.instance, t.run, i.version
            from workflow_task t join workflow_instance i on i.id = t.instance
            where t.instance = any(@instances) and t.jurisdiction = @jurisdiction and t.workflow = @workflow and t.step = @step and t.closed_at is null
            order by t.instance, t.run
            """,
            new { jurisdiction, workflow, step, instances = instances.ToArray() }, cancellationToken: cancel))];
}
