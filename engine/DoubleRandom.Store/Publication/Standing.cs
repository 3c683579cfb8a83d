using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>Keeps how public records stand after each statement.</summary>
internal static class Standing
{
    /// <summary>What was taken back or withheld is not shown any more, neither it nor any version before; a withheld record keeps no words at all.</summary>
    public static PublicRecordRow After(PublicEntry entry, string content, Statement statement, PublicRecordRow? before)
    {
        var isWithheld = statement.Act == StatementAct.Withhold;
        var isShown = statement.Act is StatementAct.Publish or StatementAct.Correct;
        return new()
        {
            Kind = entry.Kind.Word(),
            Key = entry.Key,
            Version = entry.Version,
            Sequence = entry.Sequence,
            ShownFrom = isShown ? before?.ShownFrom ?? 1 : entry.Version + 1,
            State = entry.Act.State().Word(),
            Day = entry.On,
            FirstOn = before?.FirstOn ?? entry.On,
            Unit = isWithheld ? null : statement.Unit ?? before?.Unit,
            Code = isWithheld ? null : isShown ? CodeOf(statement.Body) : before?.Code,
            Title = isWithheld ? "" : statement.Title,
            ChangedAt = entry.At,
            Content = content,
        };
    }

    /// <summary>How the records that statements speak of stand, by kind and key; those that nothing was ever said of are missing.</summary>
    public static async Task<Dictionary<(string Kind, string Key), PublicRecordRow>> OfAsync(
        NpgsqlConnection connection, string jurisdiction, IEnumerable<Statement> statements, CancellationToken cancel)
    {
        var places = statements.Select(statement => (Kind: statement.Kind.Word(), statement.Key)).Distinct().ToArray();
        var rows = await connection.QueryAsync<PublicRecordRow>(new CommandDefinition(
            $"""
            select {PublicRecordRow.Columns}
            from unnest(@kinds, @keys) as p (kind, key) join public_record r on r.jurisdiction = @jurisdiction and r.kind = p.kind and r.key = p.key {PublicRecordRow.Join}
            """, new { jurisdiction, kinds = Of(places, place => place.Kind), keys = Of(places, place => place.Key) }, cancellationToken: cancel));
        return rows.ToDictionary(row => (row.Kind, row.Key));
    }

    /// <summary>Writes how records stand now.</summary>
    public static Task SaveAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<PublicRecordRow> rows, CancellationToken cancel)
    {
        // Grams travel as one text per record, since unnest flattens arrays of arrays.
        const string sql = """
            insert into public_record (jurisdiction, kind, key, version, sequence, shown_from, state, day, first_on, unit, code, title, grams, changed_at)
            select @jurisdiction, kind, key, version, sequence, shown_from, state, day, first_on, unit, code, title, grams::int[], changed_at
            from unnest(@kinds, @keys, @versions, @sequences, @shownFrom, @states, @days, @firstOn, @units, @codes, @titles, @grams, @changes)
                 as r (kind, key, version, sequence, shown_from, state, day, first_on, unit, code, title, grams, changed_at)
            on conflict (jurisdiction, kind, key) do update set version = excluded.version, sequence = excluded.sequence, shown_from = excluded.shown_from, state = excluded.state,
                day = excluded.day, unit = excluded.unit, code = excluded.code, title = excluded.title, grams = excluded.grams, changed_at = excluded.changed_at
            """;
        var parameters = new
        {
            jurisdiction,
            kinds = Of(rows, row => row.Kind),
            keys = Of(rows, row => row.Key),
            versions = Of(rows, row => row.Version),
            sequences = Of(rows, row => row.Sequence),
            shownFrom = Of(rows, row => row.ShownFrom),
            states = Of(rows, row => row.State),
            days = Of(rows, row => row.Day),
            firstOn = Of(rows, row => row.FirstOn),
            units = Of(rows, row => row.Unit),
            codes = Of(rows, row => row.Code),
            titles = Of(rows, row => row.Title),
            grams = Of(rows, row => $"{{{string.Join(',', NameGrams.Of(row.Title))}}}"),
            changes = Of(rows, row => row.ChangedAt.UtcDateTime),
        };
        return connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    /// <summary>The code of the target that a body speaks of.</summary>
    private static string? CodeOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("target", out var target) && target.ValueKind == JsonValueKind.Object
            && target.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
    }

    private static TValue[] Of<TRow, TValue>(IReadOnlyCollection<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
