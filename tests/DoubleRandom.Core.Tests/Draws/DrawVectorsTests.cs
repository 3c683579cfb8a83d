using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Merkle;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using static DoubleRandom.Core.Tests.Draws.Vectors;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>The worked vectors of the specification.</summary>
public class DrawVectorsTests
{
    [Fact]
    public void Frame_IsCommittedTo_AsWorked()
    {
        var reading = Read(FrameBytes);
        Assert.Empty(reading.Faults);
        Assert.Equal((Hash("frame_sha256"), Hash("frame_merkle_root"), 30), (reading.Commitment!.Sha256, reading.Commitment.Root, reading.Commitment.Header.Rows));
    }

    [Fact]
    public void Merkle_Root_IsTheWorkedOne()
    {
        foreach (var row in All.GetProperty("merkle").EnumerateArray())
        {
            var tree = new MerkleStack();
            foreach (var leaf in Ids(row.GetProperty("leaves")))
                tree.Add(MerkleStack.Leaf(Encoding.UTF8.GetBytes(leaf)));
            Assert.Equal(row.GetProperty("root").GetString(), tree.Root().ToString());
        }
    }

    [Fact]
    public void Rules_AreHashed_AsWorked() => Assert.Equal(Hash("rules_sha256"), RulesOf(Text("rules_json")).Hash);

    [Fact]
    public void Seed_GivesTheKey_AsWorked()
    {
        var (seed, faults) = SeedReader.Read(Encoding.UTF8.GetBytes(Text("seed_text")), "seed.txt");
        Assert.Empty(faults);
        Assert.Equal(Text("seed_text"), seed!.ToText());
        Assert.Equal(Hash("pepper_commit"), Seed.Commit(Hash("pepper_hex")));
        Assert.Equal(Hash("draw_key_with_pepper"), seed.Key(Hash("pepper_hex")));
        Assert.Equal(Hash("draw_key_without_pepper"), seed.Key(default));
    }

    [Fact]
    public void Tickets_AreTheWorkedOnes()
    {
        foreach (var row in All.GetProperty("ticket_examples").EnumerateArray())
            Assert.Equal(row.GetProperty("hex").GetString(), Ticket.Of(Key, row.GetProperty("id").GetString()!, row.GetProperty("j").GetInt32()).ToString());
    }

    [Fact]
    public void Srs_DrawsTheWorkedTargets_InTheirOrder()
    {
        foreach (var draw in Drawn(FrameBytes, """{"method":"srs","n":{"A":3,"B":2,"C":4},"substitutes":2}"""))
        {
            Assert.Equal(Ids(All.GetProperty("srs").GetProperty(draw.Plan.Stratum)), draw.Selected.Select(one => one.Id), StringComparer.Ordinal);
            Assert.Equal(Ids(All.GetProperty("srs_with_2_alternates").GetProperty(draw.Plan.Stratum)), draw.Selected.Concat(draw.Substitutes).Select(one => one.Id), StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("tickets", "tickets_all_strata_n6")]
    [InlineData("pareto", "pareto_all_strata_n6")]
    public void Weighted_DrawsTheWorkedTargets_OfTheWholeFrame(string method, string vector)
    {
        var worked = All.GetProperty(vector);
        var draw = Assert.Single(Drawn(FrameBytes, $$"""{"method":"{{method}}","n":6}"""));
        Assert.Equal(Ids(worked.ValueKind is JsonValueKind.Array ? worked : worked.GetProperty("ids")), draw.Selected.Select(one => one.Id), StringComparer.Ordinal);
        Assert.Equal(worked.ValueKind is JsonValueKind.Array ? 0 : worked.GetProperty("certain").GetInt32(), draw.Selected.Count(one => one.IsCertain));
    }

    [Fact]
    public void Pareto_TakesTheHeavyForCertain_AsWorked()
    {
        var worked = All.GetProperty("pareto_certainty_case");
        var rows = worked.GetProperty("units").EnumerateObject().Select(unit => new FrameRow(unit.Name, "A", unit.Value.GetInt32(), true, "-"));
        var draw = Assert.Single(Drawn(FrameOf(rows), $$"""{"method":"pareto","n":{{worked.GetProperty("n")}}}"""));
        Assert.Equal(Ids(worked.GetProperty("ids")), draw.Selected.Select(one => one.Id), StringComparer.Ordinal);
        Assert.Equal(worked.GetProperty("certain").GetInt32(), draw.Selected.Count(one => one.IsCertain));
    }

    [Fact]
    public void Ratio_IsExact_AsWorked()
    {
        foreach (var row in All.GetProperty("ratio").EnumerateArray())
        {
            Assert.True(Percent.TryParse(row.GetProperty("pct").GetString(), out var percent));
            var quota = new Quota { Ratio = (percent, true) };
            Assert.Equal(row.GetProperty("n").GetInt64(), quota.For(Counts.Of(row.GetProperty("N").GetInt32())));
        }
    }

    [Fact]
    public void Hamilton_SharesTheTotal_AsWorked()
    {
        foreach (var row in All.GetProperty("hamilton").EnumerateArray())
            Assert.Equal(Numbers(row.GetProperty("alloc")), Hamilton.Share(row.GetProperty("n").GetInt64(), Numbers(row.GetProperty("sizes"))).ToDictionary(StringComparer.Ordinal));
    }

    private static Dictionary<string, long> Numbers(JsonElement members) => members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt64(), StringComparer.Ordinal);

    private static class Counts
    {
        /// <summary>A stratum with so many targets of weight 1.</summary>
        public static StratumCount Of(int size)
        {
            var rows = Enumerable.Range(0, size).Select(i => new FrameRow(string.Create(CultureInfo.InvariantCulture, $"T{i:D6}"), "A", 1, true, "-"));
            return Read(FrameOf(rows)).Content["A"] ?? new StratumCount();
        }
    }
}
