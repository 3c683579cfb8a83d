using System.Buffers;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>A stretch of whole lines of a file, in a borrowed buffer that goes back when the block is disposed of.</summary>
/// <param name="buffer">The borrowed buffer.</param>
/// <param name="length">How much of it is text.</param>
/// <param name="firstLine">The number of the first line, from 0.</param>
/// <param name="isTorn">Whether it is the beginning of a line that has no end in sight.</param>
internal sealed class LineBlock(byte[] buffer, int length, long firstLine, bool isTorn) : IDisposable
{
    private byte[]? _buffer = buffer;

    public long FirstLine { get; } = firstLine;

    public bool IsTorn { get; } = isTorn;

    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, length);

    /// <summary>Whether the file stops in the middle of the last line.</summary>
    public bool IsOpen => Text is [.., not (byte)'\n'];

    public void Dispose()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
    }
}
