using System.Collections.Concurrent;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Store;
using DoubleRandom.Store.Packs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Packs;

/// <summary>The compiled pack of every jurisdiction, as the database says it runs; compiled once per version.</summary>
public sealed class RunningPacks(NpgsqlDataSource source, ILogger<RunningPacks> log)
{
    private readonly ConcurrentDictionary<(string Folder, string Hash), Pack?> _compiled = new();
    private readonly ConcurrentDictionary<string, (string Key, Pack Pack)> _joined = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, Pack> _running = new Dictionary<string, Pack>(StringComparer.Ordinal);

    /// <summary>The packs that run, by folder.</summary>
    public IReadOnlyDictionary<string, Pack> All => _running;

    /// <summary>The pack of a jurisdiction, or null when none runs.</summary>
    public Pack? Of(string folder) => _running.GetValueOrDefault(folder);

    /// <summary>The pack that somebody means by folder (640425-pengyang), division code (640425) or id (pengyang); null when none runs.</summary>
    public Pack? Named(string name) => Of(name) ?? _running.Values.FirstOrDefault(pack =>
        string.Equals(pack.Jurisdiction.Code, name, StringComparison.Ordinal) || string.Equals(pack.Jurisdiction.Id, name, StringComparison.Ordinal));

    /// <summary>Keeps a pack that was compiled already, so that adopting it does not compile it twice.</summary>
    public void Keep(Pack pack) => _compiled[(pack.Jurisdiction.Folder, pack.ContentHash)] = pack;

    /// <summary>Looks which versions run now, and compiles those that are new here (another node may have adopted them).</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var running = new Dictionary<string, Pack>(StringComparer.Ordinal);
        var earlier = (await PackVersions.InUseAsync(connection, cancel)).ToLookup(version => version.Jurisdiction, version => version.Hash, StringComparer.Ordinal);
        foreach (var jurisdiction in await PackVersions.JurisdictionsAsync(connection, cancel))
            if (jurisdiction.RunningVersion is { } hash && await VersionAsync(connection, jurisdiction.Folder, hash, cancel) is { } pack)
                running[jurisdiction.Folder] = await WithEarlierAsync(connection, pack, [.. earlier[jurisdiction.Folder]], cancel);
        _running = running;
    }

    /// <summary>A version of a pack, compiled, whether it runs or ran: workflows go on with the version they began with. Null when it no longer compiles.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<Pack?> VersionAsync(string folder, string hash, CancellationToken cancel)
    {
        if (_compiled.TryGetValue((folder, hash), out var known))
            return known;
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await VersionAsync(connection, folder, hash, cancel);
    }

    /// <summary>The running pack, which also knows the duties of earlier versions on which something still runs; the same object while nothing changes.</summary>
    private async Task<Pack> WithEarlierAsync(NpgsqlConnection connection, Pack pack, string[] hashes, CancellationToken cancel)
    {
        if (hashes.Length == 0)
            return pack;
        var key = $"{pack.ContentHash}<{string.Join(',', hashes)}";
        if (_joined.TryGetValue(pack.Jurisdiction.Folder, out var joined) && string.Equals(joined.Key, key, StringComparison.Ordinal))
            return joined.Pack;
        var earlier = new List<WorkflowDefinition>();
        foreach (var hash in hashes)
            earlier.AddRange((await VersionAsync(connection, pack.Jurisdiction.Folder, hash, cancel))?.Workflows.Values ?? []);
        return (_joined[pack.Jurisdiction.Folder] = (key, pack.With(earlier))).Pack;
    }

    /// <summary>The same within a transaction.</summary>
    internal async Task<Pack?> VersionAsync(NpgsqlConnection connection, string folder, string hash, CancellationToken cancel)
    {
        if (_compiled.TryGetValue((folder, hash), out var known))
            return known;
        var compiled = PackCompiler.Compile(await PackVersions.FilesAsync(connection, folder, hash, cancel), folder);
        _compiled[(folder, hash)] = compiled.Pack;
        if (compiled.Pack is { } pack)
            return pack;
        log.LogError("The stored version {Hash} of {Folder} no longer compiles; its duties stand still until a valid pack is adopted.", hash, folder);
        return null;
    }
}
