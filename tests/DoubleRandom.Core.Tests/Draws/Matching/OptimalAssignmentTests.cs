using System.Text.Json;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Draws.Matching;

public class OptimalAssignmentTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "cases", "draws", "_vectors", "matching.json"))).RootElement;

    private static readonly Digest Key = Digest.TryParse(Vectors.GetProperty("draw_key_with_pepper").GetString(), out var key) ? key : throw new FormatException();

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Vectors.GetProperty("matching").GetArrayLength())];

    [Fact]
    public void Vectors_AreFound() => Assert.Equal(4, Numbers.Count);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Find_GivesTheVector(int number)
    {
        var vector = Vectors.GetProperty("matching")[number];
        var problem = Read(vector);
        var outcome = OptimalAssignment.Find(problem, Key);
        if (vector.GetProperty("result").ValueKind == JsonValueKind.Null)
        {
            Assert.Equal((6, 5, 1), Assert.Single(outcome.Bottlenecks) is var one ? (one.Slots.Count, one.Places, one.Missing) : default);
            return;
        }

        var found = outcome.Assignment!;
        Assert.Equal(vector.GetProperty("result").EnumerateObject().Select(pair => $"{pair.Name} {pair.Value}"), found.Slots.Select(slot => $"{slot.Slot} {slot.Inspector}"), StringComparer.Ordinal);
        Assert.Equal(vector.GetProperty("objective").GetProperty("sum_sq_load").GetInt32(), found.Objective.SumOfSquares);
        Assert.Equal(vector.GetProperty("objective").GetProperty("sum_hash").GetString(), found.Objective.SumOfHashes.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(AssignmentProof.Check(problem, Key, found));
    }

    [Fact]
    public void Find_FillsNothing_WhenThereIsNothing()
    {
        var outcome = OptimalAssignment.Find(MatchProblem.Of([], []).Problem!, Key);
        Assert.Empty(outcome.Assignment!.Slots);
        Assert.Empty(outcome.Bottlenecks);
    }

    [Fact]
    public void Find_NamesEveryBottleneck_WhenSeveralPartsFail()
    {
        var reading = MatchProblem.Of(
            [new(new("A", 0), ["I1"]), new(new("B", 0), ["I1"]), new(new("C", 0), []), new(new("D", 0), ["I2"])],
            [new("I1", 1, 0), new("I2", 1, 0)]);
        var bottlenecks = OptimalAssignment.Find(reading.Problem!, Key).Bottlenecks;
        Assert.Equal(["A|0 B|0", "C|0"], bottlenecks.Select(one => string.Join(' ', one.Slots)), StringComparer.Ordinal);
        Assert.Contains("没有任何检查人员可以担任", bottlenecks[1].Words.Zh, StringComparison.Ordinal);
        Assert.Contains("can be filled by nobody", bottlenecks[1].Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_CountsATargetOnce_WhenOneInspectorFitsBothItsSlots()
    {
        var reading = MatchProblem.Of([new(new("A", 0), ["I1"]), new(new("A", 1), ["I1"])], [new("I1", 9, 0)]);
        Assert.Equal((1, 1), Assert.Single(OptimalAssignment.Find(reading.Problem!, Key).Bottlenecks) is var one ? (one.Places, one.Missing) : default);
    }

    [Fact]
    public void Find_IsProved_WhenHundredsShareEverySlot()
    {
        // More people than the shortest list holds, so that lists grow; long ids of several lengths, so that hashes take one block, two and three.
        MatchInspector[] people = [.. Enumerable.Range(0, 400).Select(i => new MatchInspector(new string('I', 1 + (i % 60)) + i, 2, i % 3))];
        string[] all = [.. people.Select(one => one.Id)];
        var slots = from target in Enumerable.Range(0, 200) from slot in Enumerable.Range(0, 3) select new EligibleSlot(new(new string('T', 1 + (target % 50)) + target, slot), slot == 0 ? all[..300] : all[100..]);
        var problem = MatchProblem.Of(slots, people).Problem!;
        Assert.Empty(AssignmentProof.Check(problem, Key, OptimalAssignment.Find(problem, Key).Assignment!));
    }

    [Fact]
    public void Of_GathersEveryFault_WhenSlotsAndPeopleAreWrong()
    {
        var faults = MatchProblem.Of(
            [new(new("a", 0), ["I9"]), new(new("B", -1), []), new(new("C", 0), []), new(new("C", 0), [])],
            [new("i", 1, 0), new("I1", -1, 0), new("I2", 1, -1), new("I3", 1, 0), new("I3", 2, 0)]).Faults;
        Assert.Equal(
            ["capacity", "earlier-load", "inspector-id", "inspector-twice", "slot-number", "slot-twice", "target-id", "unknown-inspector"],
            faults.Select(fault => fault.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static MatchProblem Read(JsonElement vector) => MatchProblem.Of(
        vector.GetProperty("slots").EnumerateArray().Select(slot => new Slot(slot[0].GetString()!, slot[1].GetInt32()))
            .Select(slot => new EligibleSlot(slot, [.. vector.GetProperty("eligible").GetProperty(slot.ToString()).EnumerateArray().Select(id => id.GetString()!)])),
        vector.GetProperty("cap").EnumerateObject().Select(pair => new MatchInspector(pair.Name, pair.Value.GetInt32(), vector.GetProperty("prior_load").GetProperty(pair.Name).GetInt32()))).Problem!;
}
