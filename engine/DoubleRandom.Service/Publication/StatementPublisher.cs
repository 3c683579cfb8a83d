using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Writes what becomes public, in the transaction of what makes it so. Nothing about persons passes it.</summary>
public sealed class StatementPublisher(IEnumerable<IStatementSource> sources)
{
    private readonly ILookup<string, IStatementSource> _sources = sources.ToLookup(source => source.What, StringComparer.Ordinal);

    /// <summary>Whether anything is said when a publish step of that word is done.</summary>
    public bool Knows(string what) => _sources.Contains(what);

    /// <summary>Makes the statements of the steps that a command finished.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, IReadOnlyCollection<PublishedStep> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
            foreach (var source in _sources[step.Step.What])
                await WriteAsync(connection, step.Jurisdiction, await source.ComposeAsync(step, cancel), step.Now, cancel);
    }

    /// <summary>Makes statements, without whatever in them is about persons.</summary>
    /// <returns>Their links in the chain, in order.</returns>
    public async Task<IReadOnlyList<PublicEntry>> WriteAsync(
        NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<StatementDraft> drafts, DateTimeOffset now, CancellationToken cancel)
    {
        if (drafts.Count == 0)
            return [];
        var discretion = await Discretion.OfAsync(connection, jurisdiction, cancel);
        var entries = new List<PublicEntry>();
        foreach (var draft in drafts)
            entries.Add(await PublicLedger.AppendAsync(connection, jurisdiction, discretion.Without(draft.Statement), draft.Files, now, cancel));
        return entries;
    }
}
