using DoubleRandom.Core.Draws;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>Several parts that take blocks in turn and finish in another order: what threads could do at worst.</summary>
internal sealed class ScatteredWorkers(int parts) : IWorkers
{
    public IEnumerable<TResult> InOrder<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work)
    {
        var all = items.ToArray();
        var results = new TResult[all.Length];
        foreach (var at in Enumerable.Range(0, all.Length).OrderBy(at => at * 7919 % 101))
            results[at] = work(all[at]);
        return results;
    }

    public IReadOnlyCollection<TState> Apart<TItem, TState>(IEnumerable<TItem> items, Func<TState> start, Action<TState, TItem> add)
    {
        TState[] states = [.. Enumerable.Range(0, parts).Select(_ => start())];
        foreach (var (at, item) in items.Index())
            add(states[at * 31 % parts], item);
        return [.. states.Reverse()];
    }
}
