using System.Globalization;
using System.Text;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>A frame far longer than what memory need hold, with one bad line in it.</summary>
[Collection(nameof(MeasuredAlone))]
public class LongFrameTests
{
    private const int Rows = 10_000_000;
    private const int Bad = 7_654_321;

    [Fact]
    public void Read_NamesTheOneBadLine_OfTenMillion()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = new RowStream();
        var reading = Frame.Read(stream, "frame.txt", new AllCores());
        var fault = Assert.Single(reading.Faults);
        // The header is line 1.
        Assert.Equal(("DR011", Bad + 2), (fault.Code, fault.Place.Line));
        Assert.Null(reading.Commitment);
        Assert.True(stream.MostHeld - before < 60_000_000, $"{stream.MostHeld - before} bytes are held while {Rows} lines go by");
    }

    /// <summary>Makes its rows while it is read.</summary>
    private sealed class RowStream : Stream
    {
        private readonly byte[] _row = Encoding.ASCII.GetBytes("91640425MA00000000\tA\t1\tE\t-\n");
        private byte[] _rest = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"SSJ-FRAME/1\tD-1\t{Rows}\n"));
        private int _next;

        public long MostHeld { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var filled = Math.Min(buffer.Length, _rest.Length);
            _rest.AsSpan(0, filled).CopyTo(buffer);
            _rest = _rest[filled..];
            for (; _rest.Length == 0 && _next < Rows && buffer.Length - filled >= _row.Length; filled += _row.Length)
                Make(buffer[filled..]);
            if (filled == 0 && _next < Rows)
            {
                _rest = new byte[_row.Length];
                Make(_rest);
                return Read(buffer);
            }

            return filled;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Make(Span<byte> at)
        {
            _row.CopyTo(at);
            _next.TryFormat(at[10..18], out _, "D8", CultureInfo.InvariantCulture);
            if (_next == Bad)
                at[21] = (byte)'0';
            if (_next++ % 1_000_000 == 0)
                MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
