using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Core.Simulation;

/// <summary>
/// Everything that a simulation leaves to chance. A value follows from the seed and from what is decided, and from nothing else: the order in which questions are
/// asked changes no answer, and one more question changes none of the others.
/// </summary>
/// <remarks>SHA-256 over the seed and the words. It is no draw of inspection targets: those have a specification, a witness and a record of their own.</remarks>
/// <param name="seed">The seed; the same seed is the same life.</param>
/// <param name="place">Where that life is lived: what is called alike in two counties is not alike.</param>
public sealed class Chance(ulong seed, string place)
{
    private const char Separator = '\u001f';
    private readonly string _seed = seed.ToString(CultureInfo.InvariantCulture) + Separator + place;

    /// <summary>A number from 0 up to, but not including, a bound; 0 when the bound is not above 1.</summary>
    /// <param name="bound">How many numbers there are to choose from.</param>
    /// <param name="what">What is decided, in words that name it and nothing else.</param>
    public int Below(int bound, params IReadOnlyList<string> what)
    {
        if (bound <= 1)
            return 0;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(_seed + Separator + string.Join(Separator, what)));
        // Of 64 bits the remainder leans to the low numbers by less than one in a billion for every bound that an int can be.
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)bound);
    }

    /// <summary>A number between two, both included.</summary>
    public int From(int least, int most, params IReadOnlyList<string> what) => least + Below(most - least + 1, what);

    /// <summary>Which of several weights was hit; -1 when all are 0.</summary>
    /// <param name="weights">How often each comes, in proportion.</param>
    /// <param name="what">What is decided.</param>
    public int Weighted(IReadOnlyList<int> weights, params IReadOnlyList<string> what)
    {
        var (sum, hit) = (weights.Sum(), -1);
        for (var left = sum == 0 ? -1 : Below(sum, what); left >= 0; left -= weights[hit])
            hit++;
        return hit;
    }

    /// <summary>Some of a list, in an order of their own; all of it when it has no more.</summary>
    /// <param name="most">How many.</param>
    /// <param name="from">What there is to choose from; each word once.</param>
    /// <param name="what">What is decided.</param>
    public IReadOnlyList<string> Some(int most, IEnumerable<string> from, params IReadOnlyList<string> what) =>
        [.. from.Select(one => (Rank: Below(int.MaxValue, [.. what, one]), one)).OrderBy(one => one.Rank).ThenBy(one => one.one, StringComparer.Ordinal).Take(most).Select(one => one.one)];
}
