using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>
/// Reads instances by folding their journals, and keeps the states that were committed last, so that the next command reads only what is new. A journal is never
/// changed, so that what is kept here is never wrong, only sometimes behind; other nodes write, and this one reads what they wrote.
/// </summary>
/// <param name="mostRuns">How many runs, over all instances, are kept; the instances used longest ago go first.</param>
internal sealed class InstanceShelf(int mostRuns = 200_000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedListNode<(long Id, string Folder, Live Live)>> _kept = [];
    private readonly LinkedList<(long Id, string Folder, Live Live)> _used = [];
    private long _runs;

    /// <summary>The jurisdiction of an instance that is kept; null for others.</summary>
    public string? FolderOf(long id)
    {
        lock (_lock)
            return _kept.TryGetValue(id, out var node) ? node.Value.Folder : null;
    }

    /// <summary>The state of an instance at the version that its row tells.</summary>
    public async Task<Live> ReadAsync(NpgsqlConnection connection, InstanceRow row, CancellationToken cancel)
    {
        var (id, version) = (row.Id, row.Version);
        var known = Find(id);
        if (known is not null && known.State.Version == version)
            return known;
        if (known is null || known.State.Version > version)
            known = null;
        var entries = await JournalTable.AfterAsync(connection, id, known?.State.Version ?? 0, version, cancel);
        var live = known is null
            ? Live.Of(WorkflowInstance.Replay(Name(id), entries))
            : known.Next(entries.Aggregate(known.State, (state, entry) => state.Apply(entry)), entries);
        if (live.State.Version != version)
            throw new InvalidOperationException($"The journal of the workflow instance {id} ends at {live.State.Version}, its row says {version}.");
        Keep(id, row.Jurisdiction, live); // Read from the database by this transaction, so that somebody committed it.
        return live;
    }

    /// <summary>Keeps a state that was committed.</summary>
    public void Keep(long id, string folder, Live live)
    {
        lock (_lock)
        {
            if (_kept.Remove(id, out var old))
                Drop(old);
            _kept[id] = _used.AddFirst((id, folder, live));
            _runs += Weight(live);
            while (_runs > mostRuns && _used.Last is { } last && _used.Count > 1)
            {
                _kept.Remove(last.Value.Id);
                Drop(last);
            }
        }
    }

    /// <summary>The id of an instance as its journal writes it.</summary>
    public static string Name(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Weight(Live live) => live.State.Runs.Count + live.State.Frames.Count + 10;

    private Live? Find(long id)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(id, out var node))
                return null;
            _used.Remove(node);
            _used.AddFirst(node);
            return node.Value.Live;
        }
    }

    private void Drop(LinkedListNode<(long Id, string Folder, Live Live)> node)
    {
        _used.Remove(node);
        _runs -= Weight(node.Value.Live);
    }
}
