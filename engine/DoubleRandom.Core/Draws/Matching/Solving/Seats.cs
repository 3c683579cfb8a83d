namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Who sits in which slot, while loads are looked at and hashes are not.</summary>
internal sealed class Seats
{
    public const int Nobody = -1;

    public Seats(MatchProblem problem)
    {
        (Problem, Targets) = (problem, new(problem.Slots));
        At = new int[problem.Slots.Count];
        Array.Fill(At, Nobody);
        Held = [.. problem.Inspectors.Select(_ => new List<int>())];
    }

    public MatchProblem Problem { get; }

    public Targets Targets { get; }

    /// <summary>The inspector of each slot, or <see cref="Nobody"/>.</summary>
    public int[] At { get; }

    /// <summary>The slots of each inspector.</summary>
    public List<int>[] Held { get; }

    public bool HasRoom(int inspector) => Held[inspector].Count < Problem.Inspectors[inspector].Capacity;

    /// <summary>Earlier and new load together.</summary>
    public int Load(int inspector) => Problem.Inspectors[inspector].EarlierLoad + Held[inspector].Count;

    /// <summary>The other slot of the same target that an inspector holds, or <see cref="Nobody"/>.</summary>
    public int Holder(int slot, int inspector) => Targets.Holder(slot, inspector, At);

    public void Seat(int slot, int inspector)
    {
        if (At[slot] != Nobody)
            Held[At[slot]].Remove(slot);
        At[slot] = inspector;
        Held[inspector].Add(slot);
    }
}
