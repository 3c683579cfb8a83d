using System.Collections.Concurrent;
using DoubleRandom.Core.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>Shares the work on a frame out among the machine's cores.</summary>
/// <param name="cores">How many to use; null for all.</param>
public sealed class AllCores(int? cores = null) : IWorkers
{
    private readonly int _cores = cores ?? Environment.ProcessorCount;

    /// <inheritdoc />
    public IEnumerable<TResult> InOrder<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work) =>
        Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithDegreeOfParallelism(_cores).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(work);

    /// <inheritdoc />
    public IReadOnlyCollection<TState> Apart<TItem, TState>(IEnumerable<TItem> items, Func<TState> start, Action<TState, TItem> add)
    {
        // A loop changes threads now and then; its states are handed on, so that there are never more than cores.
        var states = new ConcurrentBag<TState>();
        Parallel.ForEach(
            Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = _cores },
            () => states.TryTake(out var state) ? state : start(),
            (item, _, state) =>
            {
                add(state, item);
                return state;
            },
            states.Add);
        return states;
    }
}
