using Dapper;
using DoubleRandom.Core.Directories;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Store.Directories;

/// <summary>The lines of a file on their way into a directory: a table that lives as long as the transaction, so that a file of any length needs no memory here.</summary>
public static class DirectoryStage
{
    /// <summary>Makes the table, in the transaction that will end it.</summary>
    public static Task CreateAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            create temp table directory_stage (
                line int not null, code text collate "C" not null, former text collate "C", name text not null, area text, industry text, class text, unit text,
                groups text[] not null, grams int[] not null, digest uuid not null, content json not null
            ) on commit drop
            """, cancellationToken: cancel));

    /// <summary>Copies lines in. A line that was refused leaves its code alone, so that what repeats it is found.</summary>
    public static async Task<int> FillAsync(NpgsqlConnection connection, IEnumerable<DirectoryEntry> entries, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy directory_stage from stdin (format binary)", cancel);
        copy.Timeout = Patience;
        var lines = 0;
        foreach (var entry in entries)
        {
            await WriteAsync(copy, entry, cancel);
            lines++;
        }

        await copy.CompleteAsync(cancel);
        return lines;
    }

    /// <summary>Tells the planner what came; without it the comparison of a million lines would go by guess.</summary>
    public static Task SettleAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("analyze directory_stage; set local work_mem = '64MB'; set local gin_pending_list_limit = '64MB'", commandTimeout: 0, cancellationToken: cancel));

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, DirectoryEntry entry, CancellationToken cancel)
    {
        var content = entry.Content.Length == 0 ? Empty : entry.Content;
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(entry.Line, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(entry.Code, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, entry.Former, cancel);
        await copy.WriteAsync(entry.Name, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, entry.Area, cancel);
        await WriteAsync(copy, entry.Industry, cancel);
        await WriteAsync(copy, entry.Class, cancel);
        await WriteAsync(copy, entry.Unit, cancel);
        await copy.WriteAsync(entry.Groups.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(NameGrams.Of(entry.Name), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(DirectorySheet.DigestOf(content), NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(content, NpgsqlDbType.Json, cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel) =>
        text is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(text, NpgsqlDbType.Text, cancel);

    private static readonly byte[] Empty = [(byte)'{', (byte)'}'];

    /// <summary>A file comes as fast as it is read; a copy that stands still for so long is lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
}
