using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Edge hashes of one draw: the first 48 bits of SHA-256(K | 02 | BE16(slot) | target | 1F | inspector).</summary>
internal sealed class EdgeHashes
{
    /// <summary>Bits of an edge hash.</summary>
    public const int Bits = 48;

    private const byte Purpose = 2;
    private const byte Separator = 0x1F;
    private readonly MatchProblem _problem;
    private readonly byte[] _key;
    private readonly byte[][] _ids;
    private readonly int _bits;

    /// <param name="problem">Whose edges.</param>
    /// <param name="key">K.</param>
    /// <param name="bits">How many of the bits count. Fewer than 48 make ties common; only tests want that.</param>
    public EdgeHashes(MatchProblem problem, ReadOnlySpan<byte> key, int bits = Bits)
    {
        (_problem, _key, _bits) = (problem, key.ToArray(), bits);
        _ids = [.. problem.Inspectors.Select(inspector => Encoding.ASCII.GetBytes(inspector.Id))];
    }

    /// <summary>The hashes of one slot with some inspectors, by their positions.</summary>
    public void Row(int slot, ReadOnlySpan<int> inspectors, Span<long> hashes)
    {
        var message = new byte[256];
        var start = Begin(_problem.Slots[slot], message);
        Span<byte> digest = stackalloc byte[32];
        for (var i = 0; i < inspectors.Length; i++)
        {
            var id = _ids[inspectors[i]];
            id.CopyTo(message.AsSpan(start));
            SHA256.HashData(message.AsSpan(0, start + id.Length), digest);
            hashes[i] = (long)(BinaryPrimitives.ReadUInt64BigEndian(digest) >> (64 - _bits));
        }
    }

    private int Begin(Slot slot, Span<byte> message)
    {
        _key.CopyTo(message);
        message[_key.Length] = Purpose;
        BinaryPrimitives.WriteUInt16BigEndian(message[(_key.Length + 1)..], (ushort)slot.Number);
        var end = _key.Length + 3 + Encoding.ASCII.GetBytes(slot.Target, message[(_key.Length + 3)..]);
        message[end] = Separator;
        return end + 1;
    }
}
