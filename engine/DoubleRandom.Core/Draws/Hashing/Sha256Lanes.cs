using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DoubleRandom.Core.Draws.Hashing;

/// <summary>
/// SHA-256 (FIPS 180-4) of eight short messages side by side, one in each lane of a vector. A draw hashes millions of messages of one or two blocks; the library
/// spends more on each call than on the hash itself.
/// </summary>
internal static class Sha256Lanes
{
    /// <summary>How many messages go together.</summary>
    public const int Count = 8;

    /// <summary>Bytes of one block.</summary>
    public const int Block = 64;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private static readonly uint[] Start = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>Whether the processor has vectors wide enough for this to pay.</summary>
    public static bool Pays => Vector256.IsHardwareAccelerated;

    /// <summary>Hashes eight padded messages.</summary>
    /// <param name="padded">Message after message, each of <paramref name="blocks"/> blocks with its padding and length.</param>
    /// <param name="blocks">Blocks of every message.</param>
    /// <param name="digests">Where the eight results go.</param>
    public static void Hash(ReadOnlySpan<byte> padded, int blocks, Span<Digest> digests)
    {
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[8];
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[16];
        for (var i = 0; i < 8; i++)
            state[i] = Vector256.Create(Start[i]);
        for (var block = 0; block < blocks; block++)
        {
            Load(padded[(block * Block)..], blocks * Block, words);
            Compress(state, words);
        }

        for (var lane = 0; lane < Count; lane++)
            digests[lane] = new(Pair(state, 0, lane), Pair(state, 2, lane), Pair(state, 4, lane), Pair(state, 6, lane));
    }

    private static ulong Pair(ReadOnlySpan<Vector256<uint>> state, int at, int lane) => ((ulong)state[at][lane] << 32) | state[at + 1][lane];

    /// <summary>Word t of all eight messages becomes vector t.</summary>
    private static void Load(ReadOnlySpan<byte> first, int stride, Span<Vector256<uint>> words)
    {
        Span<uint> turned = stackalloc uint[16 * Count];
        for (var lane = 0; lane < Count; lane++)
        {
            var message = first.Slice(lane * stride, Block);
            for (var t = 0; t < 16; t++)
                turned[(t * Count) + lane] = BinaryPrimitives.ReadUInt32BigEndian(message[(t * 4)..]);
        }

        for (var t = 0; t < 16; t++)
            words[t] = Vector256.Create<uint>(turned.Slice(t * Count, Count));
    }

    private static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> w)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            if (t >= 16)
                w[t & 15] += Small1(w[(t - 2) & 15]) + w[(t - 7) & 15] + Small0(w[(t - 15) & 15]);
            var one = h + Big1(e) + ((e & f) ^ Vector256.AndNot(g, e)) + Vector256.Create(Constants[t]) + w[t & 15];
            var two = Big0(a) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + one);
            (d, c, b, a) = (c, b, a, one + two);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Big0(Vector256<uint> x) => Turn(x, 2) ^ Turn(x, 13) ^ Turn(x, 22);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Big1(Vector256<uint> x) => Turn(x, 6) ^ Turn(x, 11) ^ Turn(x, 25);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Small0(Vector256<uint> x) => Turn(x, 7) ^ Turn(x, 18) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Small1(Vector256<uint> x) => Turn(x, 17) ^ Turn(x, 19) ^ (x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Turn(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : (x >>> by) | (x << (32 - by));
}
