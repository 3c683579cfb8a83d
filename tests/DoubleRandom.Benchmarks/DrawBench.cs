using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Benchmarks;

/// <summary>Drawing from a frame file of a million targets in four strata, and from a generated stream of a hundred million.</summary>
internal static class DrawBench
{
    private const int Rounds = 7;
    private const string Rules = """{"method":"srs","quota":{"A":{"atLeast":"1"},"B":{"atLeast":"3"},"C":{"atLeast":"5"},"D":{"atLeast":"20"}},"substitutes":10}""";
    private static readonly Digest Key = Digest.Of("bench"u8);

    public static IEnumerable<Figure> Run(int scale)
    {
        var targets = 1_000_000 / scale;
        var file = Path.GetTempFileName();
        try
        {
            using (var written = File.Create(file))
            using (var made = new MadeFrame(targets))
                made.CopyTo(written);
            foreach (var figure in OfFile(file, targets))
                yield return figure;
        }
        finally
        {
            File.Delete(file);
        }

        yield return OfStream(100_000_000L / scale);
    }

    private static IEnumerable<Figure> OfFile(string file, int targets)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Hash: Hashes(), Draw: Drawn(() => File.OpenRead(file)))).ToArray();
        var hashes = rounds.Max(round => round.Hash);
        var (whole, draw) = (rounds.Min(round => round.Draw.Whole), rounds.Min(round => round.Draw.Draw));
        yield return new("draw: frame file checked, committed to and drawn from", whole, "s", false, 2.0, [("targets", targets), ("drawing alone, s", draw), ("drawn", rounds[0].Draw.Drawn), ("frame, MB", new FileInfo(file).Length / 1e6)]);
        yield return new("draw: targets drawn of SHA-256 blocks", targets / draw / hashes, "ratio", true, 0.7, [("SHA-256 by the library on all cores, M blocks/s", hashes / 1e6), ("targets, M/s", targets / draw / 1e6)]);
        // For each target one block of a ticket, one of a leaf, two of a node.
        yield return new("draw: all hashes of SHA-256 blocks", targets * 4 / whole / hashes, "ratio", true, 0.7, [("M blocks/s", targets * 4 / whole / 1e6)]);
    }

    private static Figure OfStream(long targets)
    {
        var watch = Stopwatch.StartNew();
        var (_, _, drawn) = Drawn(() => new MadeFrame(targets), """{"method":"srs","quota":{"A":{"number":1000},"B":{"number":1000},"C":{"number":1000},"D":{"number":1000}}}""");
        return new("draw: greatest memory of the process over a generated stream", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB", false, 300, [("targets", targets), ("seconds", watch.Elapsed.TotalSeconds), ("drawn", drawn)]);
    }

    private static (double Whole, double Draw, long Drawn) Drawn(Func<Stream> open, string rules = Rules)
    {
        var (cores, watch) = (new AllCores(), Stopwatch.StartNew());
        using var first = open();
        var reading = Frame.Read(first, "frame.txt", cores);
        var commitment = reading.Commitment ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
        var plans = DrawPlan.Of(RulesReader.Read(Encoding.UTF8.GetBytes(rules), "rules.json").Rules!, reading.Content, "rules.json").Strata;
        var read = watch.Elapsed;
        using var second = open();
        var drawn = Draw.Run(second, commitment, plans, Key, cores).Sum(stratum => stratum.Selected.Count);
        return (watch.Elapsed.TotalSeconds, (watch.Elapsed - read).TotalSeconds, drawn);
    }

    /// <summary>One-block hashes per second of the library's fastest call, on as many threads as there are cores.</summary>
    private static double Hashes()
    {
        const int length = 53;
        const int each = 500_000;
        var bytes = new byte[length];
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> result = stackalloc byte[Digest.Size];
            for (var i = 0; i < each; i++)
            {
                hash.AppendData(bytes);
                hash.GetHashAndReset(result);
            }
        });
        return each * (double)Environment.ProcessorCount / watch.Elapsed.TotalSeconds;
    }

    /// <summary>A frame that is made while it is read: rising ids of 18 characters, four strata of unlike size, one row in fifty excluded.</summary>
    private sealed class MadeFrame(long rows) : Stream
    {
        private static readonly byte[][] Ends = [.. Enumerable.Range(0, 50).Select(i => Encoding.ASCII.GetBytes($"\t{"ABBCCCDDDD"[i % 10]}\t{(i % 7) + 1}\t{(i == 0 ? "X\tREPEAT-6M" : "E\t-")}\n"))];
        private readonly byte[] _made = new byte[1 << 16];
        private long _row = -1;
        private int _from;
        private int _to;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_from == _to)
                Make();
            var count = Math.Min(buffer.Length, _to - _from);
            _made.AsSpan(_from, count).CopyTo(buffer);
            _from += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Make()
        {
            (_from, _to) = (0, 0);
            if (_row < 0)
                _to = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{FrameWriter.Format}\tDRAW-BENCH\t{rows}\n"), _made);
            for (_row = Math.Max(_row, 0); _row < rows && _to < _made.Length - 64; _row++)
                _to += Row(_made.AsSpan(_to));
        }

        private int Row(Span<byte> at)
        {
            "91640425MA"u8.CopyTo(at);
            var number = _row;
            for (var digit = 17; digit >= 10; digit--, number /= 10)
                at[digit] = (byte)('0' + (number % 10));
            var end = Ends[(int)(_row % Ends.Length)];
            end.CopyTo(at[18..]);
            return 18 + end.Length;
        }
    }
}
