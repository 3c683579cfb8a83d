using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>The tickets of a draw. A target's ticket depends on the key and its own id alone, so that no other target can change it.</summary>
public static class Ticket
{
    private const byte Purpose = 1;

    /// <summary>The bytes before the id: the key, the purpose, the number of the lot.</summary>
    internal const int Front = Digest.Size + 3;

    /// <summary>SHA-256( K | 01 | BE16(lot) | id ).</summary>
    /// <param name="key">The key of the draw.</param>
    /// <param name="id">The target.</param>
    /// <param name="lot">Which of its lots, from 0.</param>
    public static Digest Of(Digest key, string id, int lot = 0) => Of(key, Encoding.UTF8.GetBytes(id), lot);

    internal static Digest Of(Digest key, ReadOnlySpan<byte> id, int lot)
    {
        Span<byte> message = stackalloc byte[Front + id.Length];
        Write(message, key, id, lot);
        return Digest.Of(message);
    }

    internal static void Write(Span<byte> message, Digest key, ReadOnlySpan<byte> id, int lot)
    {
        key.CopyTo(message);
        message[Digest.Size] = Purpose;
        BinaryPrimitives.WriteUInt16BigEndian(message[(Digest.Size + 1)..], (ushort)lot);
        id.CopyTo(message[Front..]);
    }

    /// <summary>What orders the targets under Pareto sampling: the odds of the ticket over the odds of its wanted probability, as an integer.</summary>
    /// <param name="ticket">The ticket of lot 0.</param>
    /// <param name="weight">The target's weight.</param>
    /// <param name="number">How many are left to chance.</param>
    /// <param name="weights">The sum of the weights left to chance; more than <paramref name="number"/> times the weight.</param>
    public static BigInteger Quotient(Digest ticket, int weight, long number, long weights)
    {
        var odd = (2 * ticket.ToInteger()) + 1;
        return ((odd * (weights - ((BigInteger)number * weight))) << 128) / (((BigInteger.One << 257) - odd) * weight);
    }
}
