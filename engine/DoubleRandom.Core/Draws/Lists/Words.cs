using System.Buffers;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>What the fields of the lists may look like. All of it is ASCII, so that nothing in a list has two ways to be written.</summary>
internal static class Words
{
    private const int IdLength = 64;
    private const int CodeLength = 32;
    private static readonly SearchValues<byte> Id = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"u8);
    private static readonly SearchValues<byte> Code = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-"u8);

    /// <summary>Of a target or inspector: digits, capitals, hyphen; 1 to 64.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is > 0 and <= IdLength && !text.ContainsAnyExcept(Id);

    /// <summary>Of a stratum, department, tag or area: digits, letters, <c>_ . -</c>; 1 to 32.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text) => text.Length is > 0 and <= CodeLength && !text.ContainsAnyExcept(Code);

    /// <summary>Of a draw: as a code, 1 to 64.</summary>
    public static bool IsDraw(ReadOnlySpan<byte> text) => text.Length is > 0 and <= IdLength && !text.ContainsAnyExcept(Code);

    /// <summary>Of a reason: digits, capitals, hyphen; 1 to 32, and not a hyphen alone, which says that there is none.</summary>
    public static bool IsReason(ReadOnlySpan<byte> text) => text.Length is > 0 and <= CodeLength && !text.ContainsAnyExcept(Id) && text[0] != (byte)'-';

    /// <summary>Digits without a leading zero.</summary>
    public static bool IsDecimal(ReadOnlySpan<byte> text) => text is [>= (byte)'0' and <= (byte)'9'] || (text is [>= (byte)'1' and <= (byte)'9', ..] && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    /// <summary>A decimal of at most 65535.</summary>
    public static bool IsSmall(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length > 5 || !IsDecimal(text))
            return false;
        foreach (var digit in text)
            value = (value * 10) + digit - '0';
        return value <= ushort.MaxValue;
    }
}
