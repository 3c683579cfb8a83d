using System.Globalization;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>A bound that is foreseen saves work and never changes what is drawn.</summary>
public class ForesightTests
{
    private const string Rules = """{"method":"srs","n":{"A":40,"B":3,"C":0,"D":5},"substitutes":4}""";
    private static readonly byte[] Frame = Vectors.FrameOf(Enumerable.Range(0, 6000).Select(i => new FrameRow(string.Create(CultureInfo.InvariantCulture, $"T-{i:D6}"), i < 12 ? "D" : i % 3 == 0 ? "B" : i % 3 == 1 ? "A" : "C", 1, i % 7 != 0, i % 7 == 0 ? "SEEN" : "-")));

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL << 50)]
    [InlineData(1UL << 57)]
    [InlineData(ulong.MaxValue)]
    public void Run_DrawsTheSame_WhateverIsForeseen(ulong bound)
    {
        using var stream = new CountedStream(Frame, canSeek: true);
        Assert.Equal(Text(Drawn(Foresight.None)), Text(Drawn(_ => bound, stream)), StringComparer.Ordinal);
        Assert.Equal(bound == ulong.MaxValue ? 1 : 2, stream.Rounds);
    }

    [Fact]
    public void Run_ReadsOnce_WithItsOwnForesight()
    {
        using var stream = new CountedStream(Frame, canSeek: true);
        Assert.Equal(Text(Drawn(Foresight.None)), Text(Drawn(Foresight.Of, stream)), StringComparer.Ordinal);
        Assert.Equal(1, stream.Rounds);
        Assert.All(Plans().Where(plan => plan.Stratum is "A" or "B"), plan => Assert.InRange(Foresight.Of(plan), 1UL, ulong.MaxValue / 2));
    }

    [Fact]
    public void Run_DrawsTheSame_FromWhatCanBeReadOnlyOnce()
    {
        using var stream = new CountedStream(Frame, canSeek: false);
        Assert.Equal(Text(Drawn(Foresight.None)), Text(Drawn(_ => 0, stream)), StringComparer.Ordinal);
        Assert.Equal(1, stream.Rounds);
    }

    private static IReadOnlyList<StratumPlan> Plans() => DrawPlan.Of(Vectors.RulesOf(Rules), Vectors.Read(Frame).Content, "rules.json").Strata;

    private static IReadOnlyList<StratumDraw> Drawn(Func<StratumPlan, ulong> foresee, Stream? stream = null) =>
        DoubleRandom.Core.Draws.Draw.Run(stream ?? new MemoryStream(Frame), Vectors.Read(Frame).Commitment!, Plans(), Vectors.Key, new OneWorker(), foresee);

    private static IEnumerable<string> Text(IReadOnlyList<StratumDraw> draws) =>
        draws.SelectMany(draw => draw.Selected.Concat(draw.Substitutes).Select(target => $"{draw.Plan.Stratum} {target}").Append($"{draw.Selected.Count} {draw.Substitutes.Count}"));

    private sealed class CountedStream(byte[] bytes, bool canSeek) : MemoryStream(bytes)
    {
        public override bool CanSeek => canSeek;

        /// <summary>How often it was read from its beginning.</summary>
        public int Rounds { get; private set; } = 1;

        public override long Position
        {
            get => base.Position;
            set
            {
                Rounds++;
                base.Position = value;
            }
        }
    }
}
