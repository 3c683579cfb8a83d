namespace DoubleRandom.Core.Draws;

/// <summary>How the work on a long file is shared out. The result of a draw is the same for every way of sharing; the shells have one that uses all cores.</summary>
public interface IWorkers
{
    /// <summary>Works on every item and gives the results in the order of the items.</summary>
    /// <param name="items">Read one at a time, never from two threads at once.</param>
    /// <param name="work">May run for several items at once.</param>
    IEnumerable<TResult> InOrder<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work);

    /// <summary>Adds every item to one of several states, each of which is used by one thread at a time.</summary>
    /// <param name="items">Read one at a time, never from two threads at once.</param>
    /// <param name="start">Makes an empty state.</param>
    /// <param name="add">Adds an item to a state.</param>
    IReadOnlyCollection<TState> Apart<TItem, TState>(IEnumerable<TItem> items, Func<TState> start, Action<TState, TItem> add);
}

/// <summary>One after the other.</summary>
public sealed class OneWorker : IWorkers
{
    /// <inheritdoc />
    public IEnumerable<TResult> InOrder<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work) => items.Select(work);

    /// <inheritdoc />
    public IReadOnlyCollection<TState> Apart<TItem, TState>(IEnumerable<TItem> items, Func<TState> start, Action<TState, TItem> add)
    {
        var state = start();
        foreach (var item in items)
            add(state, item);
        return [state];
    }
}
