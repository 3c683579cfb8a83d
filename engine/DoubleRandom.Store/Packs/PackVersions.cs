using System.IO.Compression;
using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Packs;
using Npgsql;

namespace DoubleRandom.Store.Packs;

/// <summary>A jurisdiction as the table has it.</summary>
/// <param name="Folder">Its key: <c>640425-pengyang</c>.</param>
/// <param name="Code">Division code.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="TimeZone">IANA name of its zone.</param>
/// <param name="RunningVersion">Content hash of the pack version that runs.</param>
/// <param name="FirstPublishedOn">The civil day on which its first version was adopted.</param>
/// <param name="PlannedTo">Up to which day deadlines are rows; null before the first reconciliation.</param>
/// <param name="ReconciledAt">When the table was last made to match the plan.</param>
public sealed record JurisdictionRow(
    string Folder, string Code, string NameZh, string NameEn, string TimeZone, string? RunningVersion, DateOnly FirstPublishedOn, DateOnly? PlannedTo,
    DateTimeOffset? ReconciledAt);

/// <summary>One adopted version of a pack, without its files.</summary>
public sealed record PackVersionRow(string Jurisdiction, string Hash, int Number, DateTimeOffset AdoptedAt);

/// <summary>A folder that did not validate.</summary>
/// <param name="Jurisdiction">The folder.</param>
/// <param name="Hash">Content hash of what was refused; empty when it could not even be put together.</param>
/// <param name="SeenAt">When.</param>
/// <param name="Diagnostics">The faults, as JSON.</param>
public sealed record PackRejectionRow(string Jurisdiction, string Hash, DateTimeOffset SeenAt, string Diagnostics);

/// <summary>Pack versions: immutable, by content hash.</summary>
public static class PackVersions
{
    /// <summary>All jurisdictions, by folder.</summary>
    public static async Task<IReadOnlyList<JurisdictionRow>> JurisdictionsAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<JurisdictionRow>(new CommandDefinition("select * from jurisdiction order by folder", cancellationToken: cancel))];

    /// <summary>Which version of each of these jurisdictions runs, by folder.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunningHashesAsync(NpgsqlConnection connection, IReadOnlyCollection<string> folders, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Folder, string Hash)>(new CommandDefinition(
            "select folder, running_version from jurisdiction where folder = any(@folders) and running_version is not null", new { folders = folders.ToArray() }, cancellationToken: cancel)))
        .ToDictionary(row => row.Folder, row => row.Hash, StringComparer.Ordinal);

    /// <summary>The versions that do not run and on which workflow instances still run, newest first.</summary>
    public static async Task<IReadOnlyList<PackVersionRow>> InUseAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PackVersionRow>(new CommandDefinition(
            """
            select v.jurisdiction, v.hash, v.number, v.adopted_at from pack_version v join jurisdiction j on j.folder = v.jurisdiction and j.running_version <> v.hash
            where exists (select 1 from workflow_instance i where (i.jurisdiction, i.pack_hash) = (v.jurisdiction, v.hash) and i.status = 'running') order by v.jurisdiction, v.number desc
            """, cancellationToken: cancel))];

    /// <summary>One jurisdiction, locked until the transaction ends, be it there or not; null when it was never published.</summary>
    public static async Task<JurisdictionRow?> LockAsync(NpgsqlConnection connection, string folder, CancellationToken cancel)
    {
        // A row that is not there yet cannot be locked, and two nodes that start at once would both publish it for the first time.
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtextextended('jurisdiction:' || @folder, 0))", new { folder }, cancellationToken: cancel));
        return await connection.QuerySingleOrDefaultAsync<JurisdictionRow>(new CommandDefinition("select * from jurisdiction where folder = @folder for update", new { folder }, cancellationToken: cancel));
    }

    /// <summary>Makes a version the running one; adds it, and the jurisdiction, when they are new. Doing it again changes nothing.</summary>
    public static async Task AdoptAsync(NpgsqlConnection connection, JurisdictionRow jurisdiction, string hash, IEnumerable<PackFile> files, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql = """
            insert into jurisdiction (folder, code, name_zh, name_en, time_zone, first_published_on)
            values (@Folder, @Code, @NameZh, @NameEn, @TimeZone, @FirstPublishedOn)
            on conflict (folder) do update set code = excluded.code, name_zh = excluded.name_zh, name_en = excluded.name_en, time_zone = excluded.time_zone;

            insert into pack_version (jurisdiction, hash, number, adopted_at, files)
            select @Folder, @hash, coalesce(max(number), 0) + 1, @now, @bytes from pack_version where jurisdiction = @Folder
            on conflict (jurisdiction, hash) do nothing;

            update jurisdiction set running_version = @hash where folder = @Folder;
            delete from pack_rejection where jurisdiction = @Folder;
            """;
        var parameters = new
        {
            jurisdiction.Folder,
            jurisdiction.Code,
            jurisdiction.NameZh,
            jurisdiction.NameEn,
            jurisdiction.TimeZone,
            jurisdiction.FirstPublishedOn,
            hash,
            now,
            bytes = Pack(files),
        };
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    /// <summary>Notes that a folder was refused, and why; the latest refusal replaces the one before.</summary>
    public static Task RejectAsync(NpgsqlConnection connection, PackRejectionRow rejection, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into pack_rejection (jurisdiction, hash, seen_at, diagnostics) values (@Jurisdiction, @Hash, @SeenAt, @Diagnostics::jsonb)
            on conflict (jurisdiction) do update set hash = excluded.hash, seen_at = excluded.seen_at, diagnostics = excluded.diagnostics
            """, rejection, cancellationToken: cancel));

    /// <summary>Forgets a refusal: the folder is again what runs.</summary>
    public static Task AcceptAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("delete from pack_rejection where jurisdiction = @jurisdiction", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>The refusals that stand.</summary>
    public static async Task<IReadOnlyList<PackRejectionRow>> RejectionsAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PackRejectionRow>(new CommandDefinition("select jurisdiction, hash, seen_at, diagnostics::text from pack_rejection order by jurisdiction", cancellationToken: cancel))];

    /// <summary>The versions that run, by jurisdiction; at most a thousand.</summary>
    public static async Task<IReadOnlyList<PackVersionRow>> RunningAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PackVersionRow>(new CommandDefinition(
            """
            select v.jurisdiction, v.hash, v.number, v.adopted_at
            from jurisdiction j join pack_version v on v.jurisdiction = j.folder and v.hash = j.running_version order by v.jurisdiction limit 1000
            """, cancellationToken: cancel))];

    /// <summary>The versions of a jurisdiction, newest first.</summary>
    public static async Task<IReadOnlyList<PackVersionRow>> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PackVersionRow>(new CommandDefinition("select jurisdiction, hash, number, adopted_at from pack_version where jurisdiction = @jurisdiction order by number desc", new { jurisdiction }, cancellationToken: cancel))];

    /// <summary>The files of a version, exactly as they were when it was adopted.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public static async Task<PackLibrary> FilesAsync(NpgsqlConnection connection, string jurisdiction, string hash, CancellationToken cancel)
    {
        var files = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "select files from pack_version where jurisdiction = @jurisdiction and hash = @hash", new { jurisdiction, hash }, cancellationToken: cancel));
        return files is null ? throw new InvalidOperationException($"No version {hash} of {jurisdiction}.") : Unpack(files);
    }

    private static byte[] Pack(IEnumerable<PackFile> files)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
            JsonSerializer.Serialize(gzip, files.ToDictionary(file => file.Path, file => file.Content.ToArray(), StringComparer.Ordinal));
        return bytes.ToArray();
    }

    private static PackLibrary Unpack(byte[] files)
    {
        using var gzip = new GZipStream(new MemoryStream(files), CompressionMode.Decompress);
        var contents = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(gzip)!;
        return new(contents.Select(file => new PackFile(file.Key, file.Value)));
    }
}
