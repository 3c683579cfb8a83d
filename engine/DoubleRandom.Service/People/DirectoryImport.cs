using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directory;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.People;
using Npgsql;

namespace DoubleRandom.Service.People;

/// <summary>Replaces a jurisdiction's directory with the content of a file: all of it, or nothing when any line is wrong.</summary>
public sealed class DirectoryImport(NpgsqlDataSource source, DirectorySnapshot snapshot, TimeProvider time)
{
    /// <summary>Reads the file and, when every line is good, puts its people in the place of those known so far.</summary>
    public async Task<DirectoryReading> ImportAsync(Pack pack, ReadOnlyMemory<byte> file, string by, CancellationToken cancel)
    {
        var reading = DirectoryFile.Read(file.Span, Units(pack));
        if (reading.Faults.Count > 0)
            return reading;
        var folder = pack.Jurisdiction.Folder;
        await source.InTransactionAsync(
            async connection =>
            {
                var people = reading.People.Select(person => Row(folder, person)).ToArray();
                await PersonTable.ReplaceAsync(connection, folder, people, cancel);
                await AuditTrail.AppendAsync(connection, folder, time.GetUtcNow(), by, "directory.imported", folder, $"{{\"people\":{people.Length}}}", cancel);
                return people.Length;
            },
            cancel);
        snapshot.Forget(folder);
        return reading;
    }

    /// <summary>The names by which a file may call the units of a pack.</summary>
    public static IReadOnlyCollection<KnownUnit> Units(Pack pack) => [.. pack.Units.Select(unit => new KnownUnit(unit.Id, [unit.Name.Zh, unit.Name.En]))];

    private static PersonRow Row(string folder, DirectoryPerson person) => new(
        folder, person.UnitId, person.Function.ToString().ToLowerInvariant(), person.Name, person.Email, person.Phone, person.Webhook, person.Language);
}
