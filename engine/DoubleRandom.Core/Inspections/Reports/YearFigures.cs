namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>Counts tasks, targets, problems and what followed, per department and together.</summary>
public static class YearFigures
{
    /// <summary>The figures of each department that led or took part, by its id, and of all together.</summary>
    public static (IReadOnlyList<UnitFigures> Units, UnitFigures Together) Of(IReadOnlyList<CountedTask> tasks)
    {
        var units = tasks.SelectMany(task => task.Figures.Departments.Select(department => department.Unit)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return ([.. units.Select(unit => Of(tasks, unit))], Of(tasks, null));
    }

    private static UnitFigures Of(IReadOnlyList<CountedTask> tasks, string? unit)
    {
        bool IsLed(CountedTask task) => unit is null || string.Equals(task.Figures.Lead, unit, StringComparison.Ordinal);
        var seen = tasks.Where(task => IsLed(task) || task.Figures.Departments.Any(department => string.Equals(department.Unit, unit, StringComparison.Ordinal))).ToArray();
        var results = seen.SelectMany(task => task.Figures.Inspected.Select(target => (Target: target, Category: CategoryOf(task.Figures, target, unit)))).Where(one => one.Category is not null).ToArray();
        var problems = results.Where(one => ResultCategory.Of(one.Category!).IsProblem).ToArray();
        FollowUp[] follows = [.. problems.Select(one => one.Target.FollowUp).OfType<FollowUp>()];
        int Went(string way) => follows.Count(follow => follow.Ways.Contains(way, StringComparer.Ordinal));
        return new(
            unit, seen.Count(IsLed), seen.Count(task => !IsLed(task)), results.Length, problems.Length,
            results.GroupBy(one => one.Category!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            Went("rectification"), Went("transfer"), follows.Count(follow => follow.IsJustice), Went(FollowUp.CreditListing), follows.Count(follow => follow.IsClosed),
            seen.Count(task => IsLed(task) && task.PublishedInTime is true), seen.Count(task => IsLed(task) && task.PublishedInTime is false));
    }

    /// <summary>A department counts what it found itself; a result entered by hand for the whole is the lead's.</summary>
    private static string? CategoryOf(TaskFigures task, TaskTarget target, string? unit)
    {
        var result = target.Result!;
        if (unit is null)
            return result.Category;
        return result.Departments.FirstOrDefault(department => string.Equals(department.Unit, unit, StringComparison.Ordinal))?.Category
            ?? (string.Equals(task.Lead, unit, StringComparison.Ordinal) ? result.Category : null);
    }
}
