using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Service.Demo;

/// <summary>What happens in a sample county: every month a few units complete a task on the 10th, and a conference is held in March and September.</summary>
internal static class SampleEvents
{
    private const int Tasks = 3;

    public static IEnumerable<PlanEvent> On(Pack pack, DateOnly today) => Candidates(pack, new DateOnly(today.Year, today.Month, 10))
        .Concat(Candidates(pack, new DateOnly(today.Year, today.Month, 1).AddMonths(-1).AddDays(9)))
        .Where(happened => happened.On <= today && pack.Events.ContainsKey(happened.Event));

    private static IEnumerable<PlanEvent> Candidates(Pack pack, DateOnly day)
    {
        var units = pack.Units.Where(unit => unit.Roles.Any(holding => holding.Role is "member" or "participant" or "lead")).Take(Tasks);
        foreach (var unit in units)
        {
            yield return new("inspection-task.completed", day, $"{day:yyyyMM}-{unit.Id}", unit.Id);
            yield return new("result.produced", day, $"{day:yyyyMM}-{unit.Id}", unit.Id);
        }

        if (day.Month is 3 or 9)
            yield return new("conference.held", day.AddDays(5), $"{day:yyyyMM}", null);
    }
}
