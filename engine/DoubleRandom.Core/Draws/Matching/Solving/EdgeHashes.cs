using System.Buffers.Binary;
using System.Text;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Edge hashes of one draw: the first 48 bits of SHA-256(K | 02 | BE16(slot) | target | 1F | inspector). Not for two threads at once.</summary>
internal sealed class EdgeHashes
{
    /// <summary>Bits of an edge hash.</summary>
    public const int Bits = 48;

    private const byte Purpose = 2;
    private const byte Separator = 0x1F;
    private const int NumberAt = Digest.Size + 1;
    private const int TargetAt = NumberAt + 2;

    private readonly MatchProblem _problem;
    private readonly int _bits;
    private readonly byte[][] _ids;
    private readonly byte[] _message = new byte[TargetAt + 64 + 1];
    private readonly Lanes?[] _lanes = new Lanes?[4];

    /// <param name="problem">Whose edges.</param>
    /// <param name="key">K.</param>
    /// <param name="bits">How many of the bits count. Fewer than 48 make ties common; only tests want that.</param>
    public EdgeHashes(MatchProblem problem, Digest key, int bits = Bits)
    {
        (_problem, _bits) = (problem, bits);
        _ids = [.. problem.Inspectors.Select(inspector => Encoding.ASCII.GetBytes(inspector.Id))];
        key.CopyTo(_message);
        _message[Digest.Size] = Purpose;
    }

    private EdgeHashes(EdgeHashes other) => (_problem, _bits, _ids, _message) = (other._problem, other._bits, other._ids, [.. other._message]);

    /// <summary>The same hashes for another thread.</summary>
    public EdgeHashes Copy() => new(this);

    /// <summary>The hashes of one slot with some inspectors, by their positions.</summary>
    public void Row(int slot, ReadOnlySpan<int> inspectors, Span<long> hashes)
    {
        var start = Begin(_problem.Slots[slot]);
        for (var i = 0; i < inspectors.Length; i++)
        {
            var id = _ids[inspectors[i]];
            var lanes = For(start.Length + id.Length);
            var message = lanes.Next(i, start.Length + id.Length);
            start.CopyTo(message);
            id.CopyTo(message[start.Length..]);
            if (lanes.IsFull)
                lanes.Flush(hashes, _bits);
        }

        foreach (var lanes in _lanes)
            lanes?.Flush(hashes, _bits);
    }

    private ReadOnlySpan<byte> Begin(Slot slot)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_message.AsSpan(NumberAt), (ushort)slot.Number);
        var end = TargetAt + Encoding.ASCII.GetBytes(slot.Target, _message.AsSpan(TargetAt));
        _message[end] = Separator;
        return _message.AsSpan(0, end + 1);
    }

    private Lanes For(int length)
    {
        // One byte ends the message, eight tell its length.
        var blocks = (length + 9 + Sha256Lanes.Block - 1) / Sha256Lanes.Block;
        return _lanes[blocks] ??= new(blocks);
    }

    /// <summary>Messages of equal blocks, each with the place where its hash goes.</summary>
    private sealed class Lanes(int blocks)
    {
        private readonly HashBatch _batch = new(blocks);
        private readonly int[] _places = new int[Sha256Lanes.Count];
        private readonly byte[] _bytes = new byte[Digest.Size];

        public bool IsFull => _batch.IsFull;

        public Span<byte> Next(int place, int length)
        {
            _places[_batch.Count] = place;
            return _batch.Next(length);
        }

        public void Flush(Span<long> hashes, int bits)
        {
            if (_batch.Count == 0)
                return;
            var digests = _batch.Flush();
            for (var i = 0; i < digests.Length; i++)
            {
                digests[i].CopyTo(_bytes);
                hashes[_places[i]] = (long)(BinaryPrimitives.ReadUInt64BigEndian(_bytes) >> (64 - bits));
            }
        }
    }
}
