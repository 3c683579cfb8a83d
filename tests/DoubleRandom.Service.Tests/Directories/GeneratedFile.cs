using System.Text;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>A file that is never there as a whole: its lines are made as they are read, and made again when it is read again.</summary>
internal sealed class GeneratedFile(string heading, int lines, Func<int, string> line) : Stream
{
    private byte[] _pending = [];
    private int _taken;
    private int _next = -1;

    /// <summary>Called with the number of each line as it is made.</summary>
    public Action<int> Made { get; set; } = _ => { };

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => long.MaxValue;

    public override long Position
    {
        get => 0;
        set => (_pending, _taken, _next) = ([], 0, -1);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_taken == _pending.Length)
        {
            if (_next == lines)
                return 0;
            _pending = Encoding.UTF8.GetBytes((_next < 0 ? heading : line(_next)) + "\n");
            _taken = 0;
            Made(++_next);
        }

        var length = Math.Min(count, _pending.Length - _taken);
        _pending.AsSpan(_taken, length).CopyTo(buffer.AsSpan(offset));
        _taken += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
