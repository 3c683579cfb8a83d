namespace DoubleRandom.Core.Inspections;

/// <summary>How one item came out.</summary>
/// <param name="Item">The item.</param>
/// <param name="Category">Id of its result.</param>
/// <param name="Found">What was found; null for nothing.</param>
public sealed record ItemResult(string Item, string Category, string? Found);

/// <summary>How one department's items came out at a target.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Category">The gravest result of its items.</param>
/// <param name="Items">Each item, in the department's order.</param>
/// <param name="Handling">What it ordered or proposes; null for nothing.</param>
public sealed record DepartmentResult(string Unit, string Category, IReadOnlyList<ItemResult> Items, string? Handling)
{
    /// <summary>The result of a record, its items in the order of the department's list.</summary>
    public static DepartmentResult Of(DepartmentItems department, DepartmentRecord record)
    {
        var order = department.Items.Select((duty, place) => (duty.Item, place)).ToDictionary(pair => pair.Item, pair => pair.place, StringComparer.Ordinal);
        var items = (record.Items ?? []).OrderBy(item => order.GetValueOrDefault(item.Item ?? "", int.MaxValue)).ThenBy(item => item.Item, StringComparer.Ordinal);
        return new(department.Unit, record.Category.Id, [.. items.Select(item => new ItemResult(item.Item ?? "", item.Category ?? "", Words(item.Found)))], Words(record.Handling));
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>The joint result of a target (联合检查结果): there once every department has answered, led by the gravest.</summary>
/// <param name="Category">Id of the leading result.</param>
/// <param name="InspectedOn">The civil day of the last department's visit.</param>
/// <param name="Departments">Each department, the lead first.</param>
/// <param name="IsManual">Whether it was entered by hand on the workflow's form, without records of departments.</param>
public sealed record JointResult(string Category, DateOnly InspectedOn, IReadOnlyList<DepartmentResult> Departments, bool IsManual = false)
{
    /// <summary>Puts the departments' records together; null while one has not answered.</summary>
    /// <param name="departments">All departments with their items, the lead first.</param>
    /// <param name="records">The records by unit, each in its newest version.</param>
    /// <param name="dayOf">The civil day of an instant in the jurisdiction.</param>
    public static JointResult? Of(IReadOnlyList<DepartmentItems> departments, IReadOnlyDictionary<string, DepartmentRecord> records, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if (departments.Count == 0 || departments.Any(department => !records.ContainsKey(department.Unit)))
            return null;
        DepartmentResult[] results = [.. departments.Select(department => DepartmentResult.Of(department, records[department.Unit]))];
        var on = departments.Max(department => dayOf(records[department.Unit].VisitedAt ?? DateTimeOffset.UnixEpoch));
        return new(ResultCategory.Gravest(results.Select(result => result.Category)).Id, on, results);
    }
}
