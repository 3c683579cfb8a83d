using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>One of the five real packs, a span somewhere in 2016 to 2032, and whatever may have happened to its units.</summary>
internal sealed record PlanGiven(string Folder, DateOnly From, DateOnly To, PlanEvent[] Events)
{
    internal Pack Pack => RealPacks.Of(Folder);

    internal Plan Plan() => Planner.Plan(Request);

    internal PlanRequest Request => new(Pack, From, To, Events);

    public override string ToString() => $"{Folder} {From.Iso()}..{To.Iso()} [{string.Join(", ", Events.Select(e => $"{e.On.Iso()} {e.Event} {e.Subject} {e.Unit}"))}]";
}

/// <summary>Draws them.</summary>
internal static class PlanGivens
{
    private const int Latest = 1100;

    private static readonly Gen<DateOnly> Day = Gen.Choose(new DateOnly(2016, 1, 1).DayNumber, new DateOnly(2029, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    internal static Arbitrary<PlanGiven> Any => (
        from folder in Gen.Elements(RealPacks.Five.ToArray())
        from start in Day
        from length in Gen.Choose(0, Latest)
        from events in Events(RealPacks.Of(folder), start, length)
        select new PlanGiven(folder, start, start.AddDays(length), events)).ToArbitrary();

    internal static void Hold<T>(Arbitrary<T> values, Func<T, bool> promise, int times = 60) =>
        Prop.ForAll(values, promise).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>Few subjects and few days, so that events meet: repeated, restarted, on one day, of two units.</summary>
    private static Gen<PlanEvent[]> Events(Pack pack, DateOnly start, int length) => (
        from name in Gen.Elements(pack.Events.Keys.Order(StringComparer.Ordinal).ToArray())
        from day in Gen.Choose(-60, length + 30)
        from subject in Gen.Elements("", "R-1", "R-2")
        from unit in Gen.Elements<string?>([null, .. pack.Units.Select(unit => unit.Id).Take(3), "stranger"])
        select new PlanEvent(name, start.AddDays(day), subject, unit)).ListOf().Select(list => list.Take(40).ToArray());
}
