using DoubleRandom.Core.Inspections;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>What the departments of one inspection have answered so far. A department has answered when its record is there and every file that it names.</summary>
/// <param name="Newest">The newest version of each department's record, by unit.</param>
/// <param name="Records">The records of those that have answered, by unit.</param>
/// <param name="Awaited">SHA-256 of the files that are named and not there yet, by unit.</param>
internal sealed record Answers(
    IReadOnlyDictionary<string, RecordRow> Newest, IReadOnlyDictionary<string, DepartmentRecord> Records, IReadOnlyDictionary<string, IReadOnlyList<string>> Awaited)
{
    public static Answers Of(IReadOnlyList<DepartmentItems> departments, IEnumerable<RecordRow> versions, IReadOnlyCollection<FileRow> files)
    {
        var newest = versions.GroupBy(row => row.Department, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Version)!, StringComparer.Ordinal);
        var there = files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        var records = newest.Where(pair => departments.Any(department => string.Equals(department.Unit, pair.Key, StringComparison.Ordinal)))
            .ToDictionary(pair => pair.Key, pair => InspectionJson.Read<DepartmentRecord>(pair.Value.Content), StringComparer.Ordinal);
        var awaited = records.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Files.Where(file => !there.Contains(file))], StringComparer.Ordinal);
        return new(newest, records.Where(pair => awaited[pair.Key].Count == 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), awaited);
    }
}
