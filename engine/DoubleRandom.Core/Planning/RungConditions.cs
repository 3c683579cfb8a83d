using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Time;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Planning;

/// <summary>Asks the rules whether a rung is told of a duty. What they cannot tell is told: nobody is left unreminded by a gap in the rules.</summary>
/// <remarks>A rung is decided when its deadline is planned, by what is known then: the duty, its strength, and how late it is on the rung's day. So the plan shows it, and every later look finds the same.</remarks>
internal sealed class RungConditions(Obligation obligation, PackRules rules, WorkingCalendar calendar)
{
    /// <summary>The facts that a condition can ask about.</summary>
    public static readonly string[] Facts = ["deadline.obligation", "deadline.strength", "deadline.daysLate", "deadline.workingDaysLate"];

    private readonly Dictionary<(string Rung, int Days, int WorkingDays), bool> _asked = [];

    /// <summary>Whether a rung that falls on a day is told.</summary>
    public bool Holds(Rung rung, DateOnly dueOn, DateOnly on)
    {
        if (rung.Condition is not { } condition || !rules.Sets.TryGetValue(condition.Rules, out var set))
            return true;
        var (days, workingDays) = on <= dueOn ? (0, 0) : (on.DayNumber - dueOn.DayNumber, calendar.CountWorkingDays(dueOn.AddDays(1), on));
        var key = (rung.Id, days, workingDays);
        return _asked.TryGetValue(key, out var known) ? known : _asked[key] = PackDecisions.WordOf(set.Decide(Known(days, workingDays))).Word is not { } word || string.Equals(word, condition.Is, StringComparison.Ordinal);
    }

    private FactSet Known(int days, int workingDays) => new FactSetBuilder(rules.Facts)
        .Set(Facts[0], obligation.Id)
        .Set(Facts[1], obligation.Strength == Strength.Must ? "must" : "should")
        .Set(Facts[2], (decimal)days)
        .Set(Facts[3], (decimal)workingDays)
        .Build();
}
