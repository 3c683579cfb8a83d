using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Records;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>Who checks whom, in the record: it holds as it was written, and nothing of it can be changed, the record's own hash made to fit or not.</summary>
public class RecordAssignmentTests
{
    private static readonly AssignedDraw Sound = AssignedDraw.Of();

    [Fact]
    public void Verify_HoldsAndLeavesNothingUnchecked_WhenTheAssignmentIsTheOptimum()
    {
        var found = Sound.Verify();
        Assert.Empty(found.Differences);
        Assert.Empty(found.Unchecked);
        Assert.Equal(16, found.Facts!.Assignment!.Slots.Count);
        Assert.DoesNotContain(AssignedDraw.Name(6), found.Facts.Assignment.Slots.Select(slot => slot.Inspector), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenAnyByteOfTheRecordIsFlipped()
    {
        for (var at = 0; at < Sound.Record.Length; at += 7)
            Assert.False((Sound with { Record = Flipped(Sound.Record, at) }).Verify().Holds, $"byte {at}");
    }

    [Fact]
    public void Verify_Fails_WhenAnyTwoInspectorsAreSwapped()
    {
        for (var a = 0; a < 16; a++)
            for (var b = a + 1; b < 16; b++)
            {
                var swapped = Sound.With(record => Swap(record["assignment"]!["slots"]!.AsArray(), a, b));
                Assert.Equal(swapped.Record.AsSpan().SequenceEqual(Sound.Record), swapped.Verify().Holds);
            }
    }

    [Fact]
    public void Verify_Fails_WhenANumberOfTheProofIsChanged()
    {
        Assert.Contains("assignment-edge-hash", Codes(record => Slot(record, 3)["edgeHash"] = 5), StringComparer.Ordinal);
        Assert.Contains("assignment-not-optimal", Codes(record => Slot(record, 3)["potential"] = "0"), StringComparer.Ordinal);
        Assert.Contains("assignment-load", Codes(record => record["assignment"]!["loads"]![1]!["new"] = 9), StringComparer.Ordinal);
        Assert.Contains("assignment-load", Codes(record => record["assignment"]!["loads"]![1]!["earlier"] = 9), StringComparer.Ordinal);
        Assert.Contains("assignment-not-optimal-load", Codes(record => record["assignment"]!["loads"]!.AsArray().First(load => (int)load!["new"]! > 0)!["potential"] = "0"), StringComparer.Ordinal);
        Assert.Contains("assignment-objective", Codes(record => record["assignment"]!["objective"]!["squares"] = "1"), StringComparer.Ordinal);
        Assert.Contains("assignment-other-slots", Codes(record => record["assignment"]!["slots"]!.AsArray().RemoveAt(0)), StringComparer.Ordinal);
        Assert.Contains("assignment-other-inspectors", Codes(record => record["assignment"]!["loads"]!.AsArray().RemoveAt(0)), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenANumberHasAnotherWritingOrAMemberIsAdded()
    {
        Assert.Contains("record-differs", Codes(record => Slot(record, 0)["potential"] = "0" + (string?)Slot(record, 0)["potential"]), StringComparer.Ordinal);
        Assert.Contains("record-differs", Codes(record => Slot(record, 0)["note"] = "x"), StringComparer.Ordinal);
        Assert.Contains("record-member", Codes(record => Slot(record, 0)["slot"] = "0"), StringComparer.Ordinal);
        Assert.Contains("record-member", Codes(record => Slot(record, 0)["slot"] = -1), StringComparer.Ordinal);
        Assert.Contains("record-member", Codes(record => record["assignment"] = new JsonArray()), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenTheAssignmentIsLeftOutOrWasNotAskedFor()
    {
        Assert.Equal(["assignment-missing"], Codes(record => record.Remove("assignment")));
        Assert.Contains("assignment-unasked", Codes(record => record["rules"]!.AsObject().Remove("assignment")), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenACapacityIsChangedInTheList()
    {
        var found = (Sound with { Inspectors = AssignedDraw.InspectorFile(capacityOfFirst: 9) }).Verify();
        Assert.Contains("inspectors-root", found.Differences.Select(fault => fault.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_Fails_WhenARecusalIsDroppedOrAddedLate()
    {
        var text = Encoding.UTF8.GetString(Sound.Recusals);
        var dropped = text[..text.TrimEnd('\n').LastIndexOf('\n')].Replace("\t30", "\t29", StringComparison.Ordinal) + "\n";
        Assert.Contains("recusals-root", (Sound with { Recusals = Encoding.UTF8.GetBytes(dropped) }).Verify().Differences.Select(fault => fault.Code), StringComparer.Ordinal);
        var slot = Sound.Verify().Facts!.Assignment!.Slots[0];
        var late = RecusalList.Write(AssignedDraw.Number, [new(slot.Inspector, slot.Slot.Target, "KIN")]);
        var codes = (Sound with { Recusals = late }).Verify().Differences.Select(fault => fault.Code).ToArray();
        Assert.Contains("recusals-root", codes, StringComparer.Ordinal);
        Assert.Contains("assignment-not-fitting", codes, StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_SaysThatItWasNotChecked_WhenAListIsMissing()
    {
        var found = RecordVerifier.Verify(Sound.Record, new(() => new MemoryStream(Sound.Frame), () => new MemoryStream(Sound.Inspectors)), new OneWorker());
        Assert.True(found.Holds);
        Assert.Contains(found.Unchecked, note => note.En.Contains("the assignment was not checked", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ShowsNobody_WhileThePepperIsSecret()
    {
        var isSealed = AssignedDraw.Of(isSealed: true, revealsSalt: false);
        Assert.Equal(["sealed"], isSealed.Verify().Differences.Select(fault => fault.Code), StringComparer.Ordinal);
        Assert.Null(JsonNode.Parse(isSealed.Record)!["assignment"]);
        var told = isSealed.With(record => record["assignment"] = JsonNode.Parse(Sound.Record)!["assignment"]!.DeepClone());
        Assert.Contains("record-differs", told.Verify().Differences.Select(fault => fault.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Verify_HoldsTheSaltToItsCommitment_OnceItIsRevealed()
    {
        Assert.True(AssignedDraw.Of(revealsSalt: false).Verify().Holds);
        Assert.Equal(["salt-mismatch"], Codes(record => record["salt"]!["revealed"] = Digest.Of("other"u8).ToString()));
        Assert.Contains("record-differs", Codes(record => record["salt"]!["commitment"] = Digest.Of("other"u8).ToString()), StringComparer.Ordinal);
    }

    private static JsonObject Slot(JsonObject record, int at) => record["assignment"]!["slots"]![at]!.AsObject();

    private static string[] Codes(Action<JsonObject> change) => [.. Sound.With(change).Verify().Differences.Select(fault => fault.Code).Distinct(StringComparer.Ordinal)];

    private static void Swap(JsonArray slots, int a, int b)
    {
        var (first, second) = ((string?)slots[a]!["inspector"], (string?)slots[b]!["inspector"]);
        (slots[a]!["inspector"], slots[b]!["inspector"]) = (second, first);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 1;
        return copy;
    }
}
