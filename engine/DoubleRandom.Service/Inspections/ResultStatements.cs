using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;

namespace DoubleRandom.Service.Inspections;

/// <summary>Publishes the results of a task, a record for each target. What the public knows already in this version is not said again; a later version corrects it.</summary>
public sealed class ResultStatements : IStatementSource
{
    /// <inheritdoc />
    public string What => "results";

    /// <inheritdoc />
    public Task<IReadOnlyList<StatementDraft>> ComposeAsync(PublishedStep step, CancellationToken cancel) =>
        ResultDrafts.OfAsync(new(step.Connection, step.Instance, step.Pack, step.Definition, step.State, step.Today), step.Item.Length == 0 ? null : step.Item.Split('/')[^1], cancel);
}
