using DoubleRandom.Core.Inspections;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Inspections;
using Npgsql;

namespace DoubleRandom.Service.Inspections;

/// <summary>A department of an inspection with everything that it handed in.</summary>
/// <param name="Department">The department and its items.</param>
/// <param name="Team">Ids of its inspectors.</param>
/// <param name="Versions">Its record in every version, oldest first.</param>
/// <param name="Record">The newest version; null when there is none.</param>
/// <param name="Awaited">SHA-256 of files that it names and that have not come yet.</param>
public sealed record DepartmentDetail(DepartmentItems Department, IReadOnlyList<string> Team, IReadOnlyList<RecordRow> Versions, DepartmentRecord? Record, IReadOnlyList<string> Awaited);

/// <summary>A version of a joint result.</summary>
/// <param name="Row">Version, reason, instant.</param>
/// <param name="Result">The result.</param>
public sealed record ResultVersion(ResultRow Row, JointResult Result);

/// <summary>An inspection with everything that belongs to it.</summary>
/// <param name="Row">The inspection.</param>
/// <param name="Departments">Its departments, the lead first.</param>
/// <param name="Results">The joint result in every version, oldest first.</param>
/// <param name="Files">Photographs, signatures, seals.</param>
public sealed record InspectionDetail(InspectionRow Row, IReadOnlyList<DepartmentDetail> Departments, IReadOnlyList<ResultVersion> Results, IReadOnlyList<FileRow> Files);

/// <summary>Reads inspections for pages and the API.</summary>
public sealed class InspectionReader(NpgsqlDataSource source, RunningPacks packs)
{
    /// <summary>A page of a task's inspections, by target.</summary>
    /// <param name="instance">Number of the task's workflow instance.</param>
    /// <param name="after">The last target of the page before; null for the first page.</param>
    /// <param name="limit">How many at most, up to 500.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<InspectionRow>> OfTaskAsync(long instance, string? after, int limit, CancellationToken cancel) =>
        source.ReadAsync(connection => InspectionQueries.OfAsync(connection, instance, after, Math.Min(limit, InspectionQueries.MostRows), cancel), cancel);

    /// <summary>A page of a jurisdiction's inspections, the newest task first; none when no such jurisdiction runs.</summary>
    /// <param name="jurisdiction">The pack's folder, division code or id.</param>
    /// <param name="offset">How many to leave out.</param>
    /// <param name="limit">How many at most, up to 500.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<InspectionRow>> NewestAsync(string jurisdiction, int offset, int limit, CancellationToken cancel) => packs.Named(jurisdiction) is { } pack
        ? await source.ReadAsync(connection => InspectionQueries.NewestAsync(connection, pack.Jurisdiction.Folder, offset, limit, cancel), cancel)
        : [];

    /// <summary>One inspection; null when there is none.</summary>
    public Task<InspectionDetail?> OneAsync(InspectionKey key, CancellationToken cancel) => source.ReadAsync(connection => OneAsync(connection, key, cancel), cancel);

    /// <summary>The bytes of a file with what is known of it; null when it is not there.</summary>
    public Task<(FileRow File, byte[] Content)?> FileAsync(InspectionKey key, string sha256, CancellationToken cancel) => source.ReadAsync<(FileRow, byte[])?>(
        async connection => (await InspectionQueries.FilesAsync(connection, key.Instance, key.Target, cancel)).FirstOrDefault(file => string.Equals(file.Sha256, sha256, StringComparison.Ordinal)) is { } file
            && await InspectionQueries.ContentAsync(connection, key, sha256, cancel) is { } content ? (file, content) : null,
        cancel);

    private static async Task<InspectionDetail?> OneAsync(NpgsqlConnection connection, InspectionKey key, CancellationToken cancel)
    {
        if (await InspectionQueries.GetAsync(connection, key, cancel) is not { } row)
            return null;
        var departments = InspectionJson.Read<DepartmentItems[]>(row.Departments);
        var teams = (await InspectionQueries.TeamsAsync(connection, key.Instance, key.Target, cancel)).ToLookup(member => member.Department, member => member.Inspector, StringComparer.Ordinal);
        var versions = await InspectionQueries.RecordsAsync(connection, key.Instance, key.Target, cancel);
        var files = await InspectionQueries.FilesAsync(connection, key.Instance, key.Target, cancel);
        var answers = Answers.Of(departments, versions, files);
        var results = await InspectionQueries.ResultsAsync(connection, key.Instance, key.Target, cancel);
        return new(row, [.. departments.Select(Detail)], [.. results.Select(result => new ResultVersion(result, InspectionJson.Read<JointResult>(result.Content)))], files);

        DepartmentDetail Detail(DepartmentItems department) => new(
            department, [.. teams[department.Unit]], [.. versions.Where(version => string.Equals(version.Department, department.Unit, StringComparison.Ordinal))],
            answers.Newest.TryGetValue(department.Unit, out var newest) ? InspectionJson.Read<DepartmentRecord>(newest.Content) : null, answers.Awaited.GetValueOrDefault(department.Unit, []));
    }
}
