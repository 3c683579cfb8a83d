using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Tests.Planning;

public class PlanDiffTests
{
    private static readonly DateOnly May15 = new(2024, 5, 15);
    private static readonly DateOnly May20 = new(2024, 5, 20);

    [Fact]
    public void Of_IsEmpty_WhenPlansAreEqualInAnyOrder() =>
        Assert.True(PlanDiff.Of([Owed("a", May15), Owed("b", May15)], [Owed("b", May15), Owed("a", May15)]).IsEmpty);

    [Fact]
    public void Deadlines_AppearMoveAndVanish_WhenKeysAndDaysDiffer()
    {
        var diff = PlanDiff.Of([Owed("stays", May15), Owed("moves", May15), Owed("goes", May15)], [Owed("stays", May15), Owed("moves", May20), Owed("comes", May15)]).Deadlines;
        Assert.Equal("comes", Assert.Single(diff.Added).Key.Unit);
        Assert.Equal("goes", Assert.Single(diff.Vanished).Key.Unit);
        var move = Assert.Single(diff.Moved);
        Assert.Equal((May15, May20), (move.Old.DueOn, move.New.DueOn));
    }

    [Fact]
    public void Rungs_FollowTheirDeadline_WhenItMovesOrVanishes()
    {
        var diff = PlanDiff.Of([Owed("moves", May15, May15), Owed("goes", May15, May15)], [Owed("moves", May20, May20)]).Rungs;
        Assert.Equal("moves", Assert.Single(diff.Moved).New.Deadline.Key.Unit);
        Assert.Equal("goes", Assert.Single(diff.Vanished).Deadline.Key.Unit);
        Assert.Empty(diff.Added);
    }

    [Fact]
    public void Rungs_MoveAlone_WhenOnlyTheLadderChanges()
    {
        var diff = PlanDiff.Of([Owed("a", May20, May15)], [Owed("a", May20, May15.AddDays(1))]);
        Assert.True(diff.Deadlines.IsEmpty);
        Assert.Single(diff.Rungs.Moved);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void Rungs_AreToldApart_WhenOneComesSeveralTimes()
    {
        var diff = PlanDiff.Of([Owed("a", May20, May15, May15.AddDays(1))], [Owed("a", May20, May15)]).Rungs;
        Assert.Equal(May15.AddDays(1), Assert.Single(diff.Vanished).Date.On);
        Assert.Empty(diff.Moved);
    }

    [Fact]
    public void Within_KeepsAMove_WhenEitherEndLiesInside()
    {
        var diff = PlanDiff.Of([Owed("a", May15)], [Owed("a", May20)]);
        Assert.Single(diff.Within(May15, May15).Deadlines.Moved);
        Assert.Single(diff.Within(May20, May20).Deadlines.Moved);
        Assert.True(diff.Within(May20.AddDays(1), DateOnly.MaxValue).IsEmpty);
    }

    private static Deadline Owed(string unit, DateOnly dueOn, params DateOnly[] rungs)
    {
        var name = new Bilingual("报告", "report");
        var (basis, place) = (Basis.OfLocal(name), Place.WholeFile("obligations.json"));
        var rung = new Rung("remind", RungKind.Reminder, 0, false, ["liaison"], "reminder", null, false, place);
        var readings = new Readings(new Dictionary<string, Reading>(StringComparer.Ordinal));
        return new()
        {
            Key = new("640425-pengyang", "report", unit, "2024"),
            Obligation = new(
                "report", name, Dated<Who>.Always(new(null, [unit], [], false)), null, null, Dated<When>.Always(new When.Once([dueOn])), Strength.Must, MetBy.Submission, null,
                basis, null, basis, readings, new("standard", name, basis, [rung], place), null, place),
            Unit = new(unit, name, [], null, null, null, basis, place),
            Occurrence = new("2024", dueOn, dueOn, dueOn, null, false),
            Ladder = [.. rungs.Select(on => new RungDate(rung, on, new(9, 0)))],
        };
    }
}
