using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Tests.Draws;

public class FrameProverTests
{
    private static readonly byte[] Frame = Vectors.FrameOf(Enumerable.Range(0, 9000).Select(i => new FrameRow($"T{(2 * i) + 1:D6}", "A", 1, true, "-")));
    private static readonly FrameProver Prover = new(() => new MemoryStream(Frame), Vectors.Read(Frame).Commitment!);

    [Theory]
    [InlineData("T000001", true, 1)]
    [InlineData("T009001", true, 1)]
    [InlineData("T017999", true, 1)]
    [InlineData("A", false, 2)]
    [InlineData("T000002", false, 2)]
    [InlineData("T009002", false, 2)]
    [InlineData("T018000", false, 1)]
    public void Prove_ShowsWhoIsThere_AndWhoIsNot(string id, bool isMember, int lines)
    {
        var proof = Prover.Prove(id);
        Assert.True(proof.Holds());
        Assert.Equal((isMember, lines), (proof.IsMember, proof.Lines.Count));
        Assert.InRange(proof.Lines[0].Path.Path.Count, 1, 14);
    }

    [Fact]
    public void Prove_ShowsAbsence_FromAnEmptyFrame()
    {
        var empty = Vectors.FrameOf([]);
        var proof = new FrameProver(() => new MemoryStream(empty), Vectors.Read(empty).Commitment!).Prove("T1");
        Assert.True(proof.Holds());
        Assert.False(proof.IsMember);
    }

    [Fact]
    public void Holds_Fails_WhenAnythingIsBent()
    {
        var (there, absent, end) = (Prover.Prove("T000003"), Prover.Prove("T000004"), Prover.Prove("T999999"));
        Assert.False((there with { Id = "T000004" }).Holds());
        Assert.False((there with { Lines = [there.Lines[0] with { Line = there.Lines[0].Line.Replace('E', 'X') }] }).Holds());
        Assert.False((there with { Lines = [there.Header] }).Holds());
        Assert.False((absent with { Lines = [absent.Lines[0]] }).Holds());
        Assert.False((absent with { Lines = [absent.Lines[1], absent.Lines[0]] }).Holds());
        Assert.False((absent with { Lines = [absent.Lines[0], Prover.Prove("T000009").Lines[0]] }).Holds());
        Assert.False((absent with { Id = "T000003" }).Holds());
        Assert.False((end with { Lines = [Prover.Prove("T000003").Lines[0]] }).Holds());
        Assert.False((absent with { Header = absent.Lines[0] }).Holds());
        Assert.False((absent with { Root = MerkleStack.Leaf([1]) }).Holds());
    }

    [Fact]
    public void Prove_Refuses_WhenTheFrameIsAnotherOne()
    {
        var other = Vectors.FrameOf([new("T1", "A", 1, true, "-")]);
        Assert.Throws<InvalidDataException>(() => new FrameProver(() => new MemoryStream(other), Vectors.Read(Frame).Commitment!).Prove("T1"));
    }
}
