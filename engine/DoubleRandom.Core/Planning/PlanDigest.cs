namespace DoubleRandom.Core.Planning;

/// <summary>A 64-bit fingerprint (FNV-1a) of everything that was planned for a deadline: equal means that nothing changed. Not a proof against forgery.</summary>
public static class PlanDigest
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The fingerprint of a deadline's dates, ladder and progress; the key is not part of it.</summary>
    public static long Of(Deadline deadline)
    {
        var hash = Basis;
        Add(ref hash, deadline.OpensOn.DayNumber);
        Add(ref hash, deadline.DueOn.DayNumber);
        Add(ref hash, deadline.ClosesAt);
        Add(ref hash, (int)deadline.Obligation.Strength);
        Add(ref hash, deadline.Occurrence.Provisional ? 1 : 0);
        Add(ref hash, deadline.IsHistory ? 1 : 0);
        Add(ref hash, deadline.MetOn?.DayNumber ?? -1);
        Add(ref hash, deadline.Progress?.Counted ?? -1);
        Add(ref hash, deadline.Progress?.Required ?? -1);
        Add(ref hash, deadline.Obligation.Ladder.Id);
        if (deadline.PlannedOn != deadline.DueOn)
            Add(ref hash, deadline.PlannedOn.DayNumber);
        foreach (var rung in deadline.Ladder)
        {
            Add(ref hash, rung.Rung.Id);
            Add(ref hash, rung.On.DayNumber);
            Add(ref hash, rung.At.Hour * 60 + rung.At.Minute);
        }

        return unchecked((long)hash);
    }

    private static void Add(ref ulong hash, int value)
    {
        unchecked
        {
            hash = (hash ^ (uint)value) * Prime;
        }
    }

    private static void Add(ref ulong hash, string value)
    {
        unchecked
        {
            foreach (var c in value)
                hash = (hash ^ c) * Prime;
            hash = (hash ^ 0x1F) * Prime;
        }
    }
}
