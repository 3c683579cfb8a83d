using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Draws.Matching;

/// <summary>Problems small enough to try everything: few people, several slots a target, uneven loads, tight capacities.</summary>
internal static class SmallMatches
{
    public static readonly Arbitrary<MatchGiven> Any = Of((1, 5), (1, 4), (1, 4), (0, 4), most: 9);

    /// <summary>Too large to try everything: dozens of slots, loads of many heights, capacities that bind here and there.</summary>
    public static readonly Arbitrary<MatchGiven> Larger = Of((4, 30), (5, 40), (2, 12), (0, 15), most: 120);

    private static Arbitrary<MatchGiven> Of((int, int) people, (int, int) targets, (int, int) capacity, (int, int) earlier, int most) =>
        (from p in Between(people)
         from t in Between(targets)
         from density in Gen.Choose(1, 10)
         from c in Between(capacity)
         from e in Between(earlier)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Make(p, t, density, c, e, seed, most)).ToArbitrary();

    private static Gen<int> Between((int Least, int Most) span) => Gen.Choose(span.Least, span.Most);

    private static MatchGiven Make(int people, int targets, int density, int capacity, int earlier, int seed, int most)
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
