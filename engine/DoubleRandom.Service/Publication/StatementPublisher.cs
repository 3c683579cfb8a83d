using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Writes what becomes public, in the transaction of what makes it so.</summary>
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
                await PublicLedger.AppendAsync(connection, step.Jurisdiction, await source.ComposeAsync(step, cancel), step.Now, cancel);
    }
}
