namespace DoubleRandom.Core.Planning;

/// <summary>The same thing in two plans, on different days.</summary>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is now.</param>
public sealed record Move<T>(T Old, T New);

/// <summary>What became of the things of a plan.</summary>
/// <param name="Added">Only in the new plan.</param>
/// <param name="Moved">In both, on different days or at a different hour.</param>
/// <param name="Vanished">Only in the old plan.</param>
public sealed record PlanChanges<T>(IReadOnlyList<T> Added, IReadOnlyList<Move<T>> Moved, IReadOnlyList<T> Vanished)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Added.Count + Moved.Count + Vanished.Count == 0;

    /// <summary>Those that concern what <paramref name="holds"/> says; a move when either end does.</summary>
    public PlanChanges<T> Where(Func<T, bool> holds) =>
        new([.. Added.Where(holds)], [.. Moved.Where(move => holds(move.Old) || holds(move.New))], [.. Vanished.Where(holds)]);
}
