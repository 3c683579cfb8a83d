using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;

namespace DoubleRandom.Core.Draws.Hashing;

/// <summary>32 bytes of SHA-256: a commitment, a key or a ticket. Ordered as a 256-bit big-endian integer, which is the order of its bytes.</summary>
public readonly record struct Digest : IComparable<Digest>
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    internal Digest(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>The first 64 bits.</summary>
    internal ulong High => _a;

    /// <summary>Takes exactly 32 bytes.</summary>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"{bytes.Length} bytes are no digest.", nameof(bytes));
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The SHA-256 of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits; upper case is refused, because one value has one writing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: 2 * Size } || !text.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
            return false;
        digest = new(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Writes the 32 bytes to the front of a span.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _a);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], _d);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The value as an unsigned integer below 2^256.</summary>
    public BigInteger ToInteger() => new(ToBytes(), isUnsigned: true, isBigEndian: true);

    /// <inheritdoc />
    public int CompareTo(Digest other)
    {
        if (_a != other._a)
            return _a < other._a ? -1 : 1;
        if (_b != other._b)
            return _b < other._b ? -1 : 1;
        return _c != other._c ? _c.CompareTo(other._c) : _d.CompareTo(other._d);
    }

    /// <summary>Whether the first is the smaller integer.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is the smaller integer, or both are the same.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is the greater integer.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is the greater integer, or both are the same.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
