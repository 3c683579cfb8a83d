using System.Collections.Concurrent;
using DoubleRandom.Core.Notices;
using DoubleRandom.Store.People;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>The people behind units and functions, read anew every few seconds so that an import on another node is heard of.</summary>
public sealed class DirectorySnapshot(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (long ReadAt, ILookup<Recipient, PersonRow> People)> _read = new(StringComparer.Ordinal);

    /// <summary>The people of a jurisdiction by unit and function.</summary>
    public async Task<ILookup<Recipient, PersonRow>> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        if (_read.TryGetValue(jurisdiction, out var known) && time.GetElapsedTime(known.ReadAt) < Fresh)
            return known.People;
        var people = (await PersonTable.OfAsync(connection, jurisdiction, cancel)).ToLookup(person => new Recipient(person.Unit, person.Function));
        _read[jurisdiction] = (time.GetTimestamp(), people);
        return people;
    }

    /// <summary>Forgets a jurisdiction's people: they were just replaced.</summary>
    public void Forget(string jurisdiction) => _read.TryRemove(jurisdiction, out _);
}
