using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Draws.Matching;

/// <summary>Problems small enough to try everything: few people, several slots a target, uneven loads, tight capacities.</summary>
internal static class SmallMatches
{
    public static readonly Arbitrary<MatchGiven> Any =
        (from people in Gen.Choose(1, 5)
         from targets in Gen.Choose(1, 4)
         from density in Gen.Choose(2, 10)
         from capacity in Gen.Choose(1, 4)
         from earlier in Gen.Choose(0, 4)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Make(people, targets, density, capacity, earlier, seed)).ToArbitrary();

    /// <summary>Too large to try everything: dozens of slots, loads of many heights, capacities that bind here and there.</summary>
    public static readonly Arbitrary<MatchGiven> Larger =
        (from people in Gen.Choose(4, 30)
         from targets in Gen.Choose(5, 40)
         from density in Gen.Choose(1, 10)
         from capacity in Gen.Choose(2, 12)
         from earlier in Gen.Choose(0, 15)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Make(people, targets, density, capacity, earlier, seed, most: 120)).ToArbitrary();

    private static MatchGiven Make(int people, int targets, int density, int capacity, int earlier, int seed, int most = 9)
    {
        var random = new Random(seed);
        MatchInspector[] inspectors = [.. Enumerable.Range(0, people).Select(i => new MatchInspector($"I{i}", random.Next(capacity + 1), random.Next(earlier + 1)))];
        var slots = from target in Enumerable.Range(0, targets)
                    from slot in Enumerable.Range(0, 1 + random.Next(3))
                    select new EligibleSlot(new($"T{target}", slot), [.. inspectors.Where(_ => random.Next(10) < density).Select(inspector => inspector.Id)]);
        var key = new byte[Digest.Size];
        random.NextBytes(key);
        return new([.. slots.Take(most)], inspectors, new(key), random.Next(3) switch { 0 => 1, 1 => 3, _ => 48 });
    }
}

/// <summary>A problem with a key; few bits of the hashes make ties.</summary>
internal sealed record MatchGiven(EligibleSlot[] Slots, MatchInspector[] Inspectors, Digest Key, int Bits)
{
    public MatchProblem Problem => MatchProblem.Of(Slots, Inspectors).Problem!;

    public override string ToString() =>
        $"{string.Join("; ", Slots.Select(slot => $"{slot.Slot}: {string.Join(',', slot.Inspectors)}"))} | {string.Join(", ", Inspectors.AsEnumerable())} | {Key} | {Bits} bits";
}
