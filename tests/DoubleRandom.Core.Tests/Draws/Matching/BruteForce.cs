using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Solving;

namespace DoubleRandom.Core.Tests.Draws.Matching;

/// <summary>Tries every assignment. Keeps the least by squares, then hashes, then the inspectors in the order of the slots.</summary>
internal sealed class BruteForce
{
    private readonly MatchProblem _problem;
    private readonly long[,] _hashes;
    private readonly int[] _at;
    private readonly int[] _load;
    private (long Squares, long Hashes) _least = (long.MaxValue, 0);
    private int[]? _best;

    private BruteForce(MatchProblem problem, EdgeHashes hashes)
    {
        _problem = problem;
        _hashes = new long[problem.Slots.Count, problem.Inspectors.Count];
        var row = new long[problem.Inspectors.Count];
        for (var slot = 0; slot < problem.Slots.Count; slot++)
        {
            hashes.Row(slot, [.. Enumerable.Range(0, row.Length)], row);
            for (var inspector = 0; inspector < row.Length; inspector++)
                _hashes[slot, inspector] = row[inspector];
        }

        (_at, _load) = (new int[problem.Slots.Count], new int[problem.Inspectors.Count]);
    }

    /// <summary>The inspectors slot by slot; null when there is no valid assignment.</summary>
    public static IReadOnlyList<string>? Best(MatchProblem problem, EdgeHashes hashes)
    {
        var force = new BruteForce(problem, hashes);
        force.Try(0, 0);
        return force._best?.Select(inspector => problem.Inspectors[inspector].Id).ToArray();
    }

    /// <summary>How many slots can be filled at all.</summary>
    public static int Most(MatchProblem problem)
    {
        var force = new BruteForce(problem, new(problem, default));
        Array.Fill(force._at, -1);
        return force.Fill(0);
    }

    private int Fill(int slot)
    {
        if (slot == _at.Length)
            return 0;
        var most = Fill(slot + 1);
        foreach (var inspector in _problem.Fitting(slot))
        {
            if (_load[inspector] == _problem.Inspectors[inspector].Capacity || IsAtTarget(slot, inspector))
                continue;
            (_at[slot], _load[inspector]) = (inspector, _load[inspector] + 1);
            most = Math.Max(most, 1 + Fill(slot + 1));
            (_at[slot], _load[inspector]) = (-1, _load[inspector] - 1);
        }

        return most;
    }

    private void Try(int slot, long hashes)
    {
        if (slot == _at.Length)
        {
            Compare(hashes);
            return;
        }

        // Inspectors ascend, so the first of equals is the one that comes first.
        foreach (var inspector in _problem.Fitting(slot))
        {
            if (_load[inspector] == _problem.Inspectors[inspector].Capacity || IsAtTarget(slot, inspector))
                continue;
            (_at[slot], _load[inspector]) = (inspector, _load[inspector] + 1);
            Try(slot + 1, hashes + _hashes[slot, inspector]);
            _load[inspector]--;
        }
    }

    private bool IsAtTarget(int slot, int inspector) =>
        Enumerable.Range(0, slot).Any(other => _at[other] == inspector && string.Equals(_problem.Slots[other].Target, _problem.Slots[slot].Target, StringComparison.Ordinal));

    private void Compare(long hashes)
    {
        var squares = _load.Select((load, i) => (long)load + _problem.Inspectors[i].EarlierLoad).Sum(load => load * load);
        if ((squares, hashes).CompareTo(_least) >= 0)
            return;
        (_least, _best) = ((squares, hashes), [.. _at]);
    }
}
