using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DoubleRandom.Core.Draws.Hashing;

/// <summary>Gathers short messages until eight can be hashed at once. Where the processor has no wide vectors, each goes to the library alone; the result is the same.</summary>
internal sealed class HashBatch
{
    private const int LengthField = 8;
    private readonly int _blocks;
    private readonly int _stride;
    private readonly byte[] _padded;
    private readonly int[] _lengths = new int[Sha256Lanes.Count];
    private readonly Digest[] _digests = new Digest[Sha256Lanes.Count];

    /// <param name="blocks">Blocks that every message takes once it is padded: 1 for up to 55 bytes, 2 for 56 to 119.</param>
    public HashBatch(int blocks)
    {
        (_blocks, _stride) = (blocks, blocks * Sha256Lanes.Block);
        _padded = new byte[Sha256Lanes.Count * _stride];
        Longest = _stride - LengthField - 1;
    }

    /// <summary>How many messages wait.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it must be hashed before the next message fits.</summary>
    public bool IsFull => Count == Sha256Lanes.Count;

    /// <summary>The longest message that fits.</summary>
    public int Longest { get; }

    /// <summary>Room for the next message; all of it is to be written. A longer or shorter kind of message needs a batch of its own.</summary>
    public Span<byte> Next(int length)
    {
        var at = _padded.AsSpan(Count * _stride, _stride);
        at[length..].Clear();
        at[length] = 0x80;
        BinaryPrimitives.WriteUInt32BigEndian(at[(_stride - 4)..], (uint)length * 8);
        _lengths[Count++] = length;
        return at[..length];
    }

    /// <summary>Hashes what waits and forgets it; the digests stand until the next call.</summary>
    public ReadOnlySpan<Digest> Flush()
    {
        var count = Count;
        Count = 0;
        if (Sha256Lanes.Pays && count > 1)
            Sha256Lanes.Hash(_padded, _blocks, _digests);
        else
            Single(count);
        return _digests.AsSpan(0, count);
    }

    private void Single(int count)
    {
        Span<byte> hash = stackalloc byte[Digest.Size];
        for (var i = 0; i < count; i++)
        {
            SHA256.HashData(_padded.AsSpan(i * _stride, _lengths[i]), hash);
            _digests[i] = new(hash);
        }
    }
}
