using DoubleRandom.Core.Publication;

namespace DoubleRandom.Service.Publication;

/// <summary>What becomes public when a publish step of one kind is done. The engine asks each source that is registered for the step's word, in the step's own transaction.</summary>
public interface IStatementSource
{
    /// <summary>The word of the publish steps that it answers for: <c>item-list</c>, <c>results</c>.</summary>
    string What { get; }

    /// <summary>The statements that the step makes; none when there is nothing to say. What is about persons is taken out of them afterwards.</summary>
    /// <param name="step">The step that was done.</param>
    /// <param name="cancel">Gives up; the whole command is undone.</param>
    Task<IReadOnlyList<StatementDraft>> ComposeAsync(PublishedStep step, CancellationToken cancel);
}
