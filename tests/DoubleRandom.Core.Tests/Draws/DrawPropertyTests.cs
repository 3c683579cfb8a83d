using System.Globalization;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>What tickets promise for any frame.</summary>
public class DrawPropertyTests
{
    private static readonly string[] Methods = ["srs", "pareto", "tickets"];

    private static readonly Gen<FrameRow> Row =
        from id in Gen.Choose(0, 1_000_000)
        from wide in Gen.Choose(0, 3)
        from stratum in Gen.Elements("A", "B", "C")
        from weight in Gen.Frequency<int>((9, Gen.Choose(1, 9)), (1, Gen.Choose(1, 400)))
        from eligible in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new FrameRow(id.ToString("D7", CultureInfo.InvariantCulture) + new string('Z', wide * 12), stratum, weight, eligible, eligible ? "-" : "CANCELLED");

    private static readonly Arbitrary<(FrameRow[] Rows, string Rules, int Seed)> Given = (
        from rows in Row.ArrayOf()
        from method in Gen.Elements(Methods)
        from number in Gen.Choose(0, 12)
        from substitutes in Gen.Choose(0, 3)
        from way in Gen.Elements($$"""{"number":{{number}},"minimum":0}""", """{"atLeast":"12.5"}""", """{"atMost":"40","of":"all"}""")
        from place in Gen.Elements("each", "whole", "total")
        from seed in Gen.Choose(0, int.MaxValue)
        select (rows.DistinctBy(row => row.Id, StringComparer.Ordinal).ToArray(), $$"""{"method":"{{method}}","{{place}}":{{way}},"substitutes":{{substitutes}}}""", seed)).ToArbitrary();

    [Fact]
    public void Draw_FollowsItsDefinition_ForAnyFrame() => Holds(given =>
    {
        foreach (var draw in Drawn(given))
        {
            var eligible = given.Rows.Where(row => row.IsEligible && (draw.Plan.Stratum is StratumPlan.Whole || string.Equals(row.Stratum, draw.Plan.Stratum, StringComparison.Ordinal)));
            var ordered = Ordered([.. eligible], draw.Plan, Key(given.Seed));
            var number = (int)draw.Plan.Number;
            if (!ordered.Take(number).SequenceEqual(draw.Selected.Select(one => one.Id), StringComparer.Ordinal)
                || !ordered.Skip(number).Take(draw.Plan.Substitutes).SequenceEqual(draw.Substitutes.Select(one => one.Id), StringComparer.Ordinal))
                return false;
        }

        return true;
    });

    [Fact]
    public void Draw_IsTheSame_InAnyOrderPartitionAndCulture() => Holds(given =>
    {
        var plain = Text(Drawn(given));
        var shuffled = given with { Rows = [.. given.Rows.OrderBy(row => Digest.Of(System.Text.Encoding.ASCII.GetBytes(row.Id)))] };
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(given.Seed % 2 == 0 ? "tr-TR" : "th-TH");
            return string.Equals(plain, Text(Vectors.Drawn(Vectors.FrameOf(shuffled.Rows), given.Rules, Key(given.Seed), new ScatteredWorkers(1 + (given.Seed % 5)))), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    });

    [Fact]
    public void Ticket_IsNobodyElses_WhenOneTargetMore() => Holds(given =>
    {
        if (given.Rows.Length < 2)
            return true;
        var all = $$"""{"method":"srs","n":{{given.Rows.Length}}}""";
        var with = Vectors.Drawn(Vectors.FrameOf(given.Rows), all, Key(given.Seed))[0].Selected;
        var without = Vectors.Drawn(Vectors.FrameOf(given.Rows[1..]), all, Key(given.Seed))[0].Selected;
        return with.Where(one => !string.Equals(one.Id, given.Rows[0].Id, StringComparison.Ordinal)).SequenceEqual(without);
    });

    [Fact]
    public void Hamilton_SharesAllOfIt_WithinOneOfTheQuota() => Prop.ForAll(
        (from sizes in Gen.Choose(0, 5000).ArrayOf() where sizes.Length > 0 from part in Gen.Choose(0, 100) from least in Gen.Choose(0, 1) select (sizes, part, least)).ToArbitrary(),
        given =>
        {
            var sizes = given.sizes.Index().ToDictionary(pair => $"S{pair.Index:D3}", pair => (long)pair.Item, StringComparer.Ordinal);
            var all = sizes.Values.Sum();
            var total = Math.Max(all * given.part / 100, given.least == 0 ? 0 : sizes.Values.Count(size => size > 0));
            var shares = Hamilton.Share(total, sizes, given.least);
            return shares.Values.Sum() == total && sizes.All(pair => shares[pair.Key] <= pair.Value && (given.least == 0 || pair.Value == 0 || shares[pair.Key] >= 1)
                && (given.least == 1 || (shares[pair.Key] * all >= (total * pair.Value) - all && shares[pair.Key] * all <= (total * pair.Value) + all)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>Section 3 of the specification, as plainly as it can be written.</summary>
    private static List<string> Ordered(FrameRow[] rows, StratumPlan plan, Digest key)
    {
        var taken = new List<string>();
        var rest = rows.OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
        while (plan.Method is DrawMethod.Pareto && taken.Count < plan.Number)
        {
            var (n, all) = (plan.Number - taken.Count, rest.Sum(row => (long)row.Weight));
            var certain = rest.Where(row => n * row.Weight >= all).ToArray();
            if (certain.Length == 0)
                break;
            taken.AddRange(certain.Select(row => row.Id));
            rest.RemoveAll(row => certain.Contains(row));
        }

        var (left, sum) = (plan.Number - taken.Count, rest.Sum(row => (long)row.Weight));
        return [.. taken, .. rest.Select(row => (row.Id, Ticket: Best(row, plan, key), row.Weight))
            .OrderBy(one => plan.Method is DrawMethod.Pareto ? Ticket.Quotient(one.Ticket, one.Weight, left, sum) : 0)
            .ThenBy(one => one.Ticket).ThenBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Id)];
    }

    private static Digest Best(FrameRow row, StratumPlan plan, Digest key) =>
        Enumerable.Range(0, plan.Method is DrawMethod.Tickets ? row.Weight : 1).Select(lot => Ticket.Of(key, row.Id, lot)).Min();

    private static string Text(IReadOnlyList<StratumDraw> draws) => string.Join('\n', draws.Select(draw => $"{draw.Plan.Stratum} {draw.Plan.Number} {string.Join(',', draw.Selected)} | {string.Join(',', draw.Substitutes)} {string.Join(',', Inclusion.Of(draw.Plan))}"));

    private static IReadOnlyList<StratumDraw> Drawn((FrameRow[] Rows, string Rules, int Seed) given) => Vectors.Drawn(Vectors.FrameOf(given.Rows), given.Rules, Key(given.Seed));

    private static Digest Key(int seed) => Digest.Of(BitConverter.GetBytes(seed));

    private static void Holds(Func<(FrameRow[] Rows, string Rules, int Seed), bool> promise) => Prop.ForAll(Given, promise).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));
}
