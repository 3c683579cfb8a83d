using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching;

namespace DoubleRandom.Core.Tests.Draws.Matching;

/// <summary>Whatever is changed in a proved assignment, or in what it follows from, the proof fails.</summary>
public class AssignmentProofTests
{
    private static readonly Digest Key = Digest.Of("AssignmentProofTests"u8);
    private static readonly MatchGiven Given = Sample();
    private static readonly Assignment Sound = OptimalAssignment.Find(Given.Problem, Key).Assignment!;

    [Fact]
    public void Check_FindsNothing_WhenNothingWasChanged() => Assert.Empty(Check(Sound));

    [Fact]
    public void Check_Fails_WhenAnyTwoInspectorsAreSwapped()
    {
        for (var a = 0; a < Sound.Slots.Count; a++)
            for (var b = a + 1; b < Sound.Slots.Count; b++)
                if (!Same(Sound.Slots[a].Inspector, Sound.Slots[b].Inspector))
                    Assert.NotEmpty(Check(With((a, Sound.Slots[a] with { Inspector = Sound.Slots[b].Inspector }), (b, Sound.Slots[b] with { Inspector = Sound.Slots[a].Inspector }))));
    }

    [Fact]
    public void Check_Fails_WhenAnySlotIsGivenToAnother()
    {
        for (var slot = 0; slot < Sound.Slots.Count; slot++)
            foreach (var other in Given.Inspectors.Where(other => !Same(other.Id, Sound.Slots[slot].Inspector)))
                Assert.NotEmpty(Check(With((slot, Sound.Slots[slot] with { Inspector = other.Id }))));
    }

    [Fact]
    public void Check_Fails_WhenTwoAreSwappedAndAllHashesAndSumsAreMadeToFit()
    {
        // The best that a forger can do without touching the potentials: everything is consistent, but not the optimum.
        var forged = OptimalAssignment.Find(Given.Problem, Digest.Of("another key"u8)).Assignment!;
        var slots = forged.Slots.Select((slot, i) => slot with { EdgeHash = Hash(slot), Potential = Sound.Slots[i].Potential }).ToArray();
        var loads = forged.Loads.Select((load, i) => load with { Potential = Sound.Loads[i].Potential }).ToArray();
        var assignment = new Assignment(slots, loads, forged.Objective with { SumOfHashes = slots.Aggregate(Int128.Zero, (sum, slot) => sum + slot.EdgeHash) });
        Assert.Contains(Check(assignment), fault => fault.Code is "not-optimal" or "not-optimal-load");
        Assert.DoesNotContain(Check(assignment), fault => fault.Code is "edge-hash" or "objective" or "load");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Check_Fails_WhenAnEdgeHashIsChanged(int by)
    {
        for (var slot = 0; slot < Sound.Slots.Count; slot++)
            Assert.Contains(Check(With((slot, Sound.Slots[slot] with { EdgeHash = Sound.Slots[slot].EdgeHash + by }))), fault => fault.Code is "edge-hash");
    }

    [Fact]
    public void Check_Fails_WhenALoadIsChanged()
    {
        for (var i = 0; i < Sound.Loads.Count; i++)
        {
            Assert.Contains(Check(WithLoad(i, Sound.Loads[i] with { New = Sound.Loads[i].New + 1 })), fault => fault.Code is "load");
            Assert.Contains(Check(WithLoad(i, Sound.Loads[i] with { Earlier = Sound.Loads[i].Earlier + 1 })), fault => fault.Code is "load");
        }
    }

    [Fact]
    public void Check_Fails_WhenASumIsChanged()
    {
        Assert.Equal("objective", Assert.Single(Check(Sound with { Objective = Sound.Objective with { SumOfSquares = Sound.Objective.SumOfSquares - 1 } })).Code);
        Assert.Equal("objective", Assert.Single(Check(Sound with { Objective = Sound.Objective with { SumOfHashes = Sound.Objective.SumOfHashes - 1 } })).Code);
    }

    [Fact]
    public void Check_Fails_WhenAPotentialIsBeyondItsBounds()
    {
        var far = (Int128)1 << 100;
        for (var i = 0; i < Sound.Loads.Count; i++)
            Assert.NotEmpty(Check(WithLoad(i, Sound.Loads[i] with { Potential = Sound.Loads[i].Potential + far })));
        for (var i = 0; i < Sound.Slots.Count; i++)
        {
            Assert.NotEmpty(Check(With((i, Sound.Slots[i] with { Potential = Sound.Slots[i].Potential + far }))));
            Assert.NotEmpty(Check(With((i, Sound.Slots[i] with { Potential = Sound.Slots[i].Potential - far }))));
        }
    }

    [Fact]
    public void Check_Fails_WhenNumbersAreAsGreatAsTheyCanBe()
    {
        foreach (var potential in (Int128[])[Int128.MaxValue, Int128.MinValue])
        {
            Assert.Equal("range", Assert.Single(Check(With((0, Sound.Slots[0] with { Potential = potential })))).Code);
            Assert.Equal("range", Assert.Single(Check(WithLoad(0, Sound.Loads[0] with { Potential = potential }))).Code);
        }

        Assert.NotEmpty(Check(WithLoad(0, Sound.Loads[0] with { Earlier = int.MaxValue, New = int.MaxValue })));
        Assert.NotEmpty(Check(With((0, Sound.Slots[0] with { EdgeHash = long.MinValue }))));
        Assert.NotEmpty(Check(Sound with { Objective = new(Int128.MaxValue, Int128.MinValue) }));
    }

    [Fact]
    public void Check_Fails_WhenACapacityWasLower()
    {
        foreach (var load in Sound.Loads.Where(load => load.New > 0))
            Assert.Contains(Check(Sound, Changed(load.Inspector, one => one with { Capacity = load.New - 1 })), fault => fault.Code is "over-capacity" && Same(fault.Subject, load.Inspector));
    }

    [Fact]
    public void Check_Fails_WhenAnEarlierLoadWasAnother() =>
        Assert.Contains(Check(Sound, Changed("I1", one => one with { EarlierLoad = one.EarlierLoad + 1 })), fault => fault.Code is "load");

    [Fact]
    public void Check_Fails_WhenARecusalWasDropped()
    {
        var slot = Sound.Slots[0];
        var recused = Given with { Slots = [.. Given.Slots.Select(one => one.Slot == slot.Slot ? one with { Inspectors = [.. one.Inspectors.Where(id => !Same(id, slot.Inspector))] } : one)] };
        Assert.Equal(("not-fitting", slot.Slot.ToString()), Assert.Single(Check(Sound, recused)) is var fault ? (fault.Code, fault.Subject) : default);
    }

    [Fact]
    public void Check_Fails_WhenSomebodyFillsTwoSlotsOfATarget() => Assert.Contains(
        Check(With((1, Sound.Slots[1] with { Inspector = Sound.Slots[0].Inspector }))), fault => fault.Code is "twice-at-target");

    [Fact]
    public void Check_Fails_WhenASlotOrAnInspectorIsLeftOut()
    {
        Assert.Equal("other-slots", Assert.Single(Check(Sound with { Slots = [.. Sound.Slots.Skip(1)] })).Code);
        Assert.Equal("other-inspectors", Assert.Single(Check(Sound with { Loads = [.. Sound.Loads.Skip(1)] })).Code);
    }

    [Fact]
    public void Check_Fails_WhenTheKeyIsAnother() => Assert.NotEmpty(AssignmentProof.Check(Given.Problem, Digest.Of("another key"u8), Sound));

    private static IReadOnlyList<ProofFault> Check(Assignment assignment, MatchGiven? given = null) => AssignmentProof.Check((given ?? Given).Problem, Key, assignment);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static Assignment With(params (int Slot, AssignedSlot Value)[] changes)
    {
        AssignedSlot[] slots = [.. Sound.Slots];
        foreach (var (slot, value) in changes)
            slots[slot] = value;
        return Sound with { Slots = slots };
    }

    private static Assignment WithLoad(int inspector, InspectorLoad value) => Sound with { Loads = [.. Sound.Loads.Select((load, i) => i == inspector ? value : load)] };

    private static MatchGiven Changed(string id, Func<MatchInspector, MatchInspector> change) =>
        Given with { Inspectors = [.. Given.Inspectors.Select(one => Same(one.Id, id) ? change(one) : one)] };

    private static long Hash(AssignedSlot slot) =>
        Convert.ToInt64(Digest.Of([.. Key.ToBytes(), 2, 0, (byte)slot.Slot.Number, .. System.Text.Encoding.ASCII.GetBytes(slot.Slot.Target), 0x1F, .. System.Text.Encoding.ASCII.GetBytes(slot.Inspector)]).ToString()[..12], 16);

    /// <summary>Eight targets with two slots for five people, all of whom fit everywhere.</summary>
    private static MatchGiven Sample()
    {
        MatchInspector[] people = [.. Enumerable.Range(0, 5).Select(i => new MatchInspector($"I{i}", 5, i % 2))];
        var slots = from target in Enumerable.Range(0, 8) from slot in Enumerable.Range(0, 2) select new EligibleSlot(new($"T{target}", slot), [.. people.Select(one => one.Id)]);
        return new([.. slots], people, Key, 48);
    }
}
