using System.Buffers;
using System.Security.Cryptography;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>Cuts a stream into blocks of whole lines, one at a time, and hashes every byte on the way.</summary>
internal sealed class LineBlocks(Stream stream) : IDisposable
{
    /// <summary>Bytes of a block, and so the longest line that can be read at all.</summary>
    private const int Size = 1 << 17;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The SHA-256 of the whole file, once all blocks have been read.</summary>
    public Digest Sha256 => new(_hash.GetCurrentHash());

    public IEnumerable<LineBlock> Read()
    {
        var line = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(Size);
        for (var filled = 0; ;)
        {
            filled += stream.ReadAtLeast(buffer.AsSpan(filled, Size - filled), Size - filled, throwOnEndOfStream: false);
            if (filled == 0)
                break;
            var end = filled < Size ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            var isTorn = end == 0;
            end = isTorn ? filled : end;
            _hash.AppendData(buffer, 0, end);
            var next = ArrayPool<byte>.Shared.Rent(Size);
            buffer.AsSpan(end, filled - end).CopyTo(next);
            var lines = buffer.AsSpan(0, end).Count((byte)'\n');
            yield return new(buffer, end, line, isTorn);
            (buffer, filled, line) = (next, filled - end, line + lines);
            if (isTorn)
                break;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Dispose() => _hash.Dispose();
}
