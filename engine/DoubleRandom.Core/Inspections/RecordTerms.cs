namespace DoubleRandom.Core.Inspections;

/// <summary>What a department's record is held against.</summary>
/// <param name="Department">The department and its items.</param>
/// <param name="Team">Ids of its inspectors at this target.</param>
/// <param name="Categories">The results that may be chosen.</param>
/// <param name="Methods">The methods that may be chosen.</param>
/// <param name="Now">The present instant, UTC.</param>
public sealed record RecordTerms(
    DepartmentItems Department, IReadOnlyCollection<string> Team, IReadOnlyList<ResultCategory> Categories, IReadOnlyCollection<string> Methods, DateTimeOffset Now)
{
    /// <summary>Ids of the other departments' inspectors at this target: in a joint visit they are present too, and count as such.</summary>
    public IReadOnlyCollection<string> Others { get; init; } = [];
}
