using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>The steps of a new version beside those of the old one.</summary>
internal sealed class Counterparts(WorkflowDefinition old, WorkflowDefinition next, IReadOnlyDictionary<string, string?> mapping)
{
    private readonly StepGraph _old = new(old);
    private readonly StepGraph _next = new(next);

    /// <summary>New ids by old ones, as far as they change.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; } = mapping
        .Where(pair => pair.Value is not null && !string.Equals(pair.Key, pair.Value, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);

    /// <summary>Every reason why an instance cannot go over by itself.</summary>
    public IEnumerable<Bilingual> Against(WorkflowInstance instance) =>
    [
        .. instance.OpenRuns.SelectMany(run => Against(instance, run)),
        .. instance.Frames.Values.Where(frame => frame is { IsClosed: false, Kind: FrameKind.Split or FrameKind.Batch }).Select(frame => Against(frame.Step)).OfType<Bilingual>(),
        .. next.Casts.Where(role => !instance.Cast.ContainsKey(role)).Select(MigrationWords.NotCast),
    ];

    private IEnumerable<Bilingual> Against(WorkflowInstance instance, StepRun run)
    {
        if (Against(run.Step) is { } reason)
        {
            yield return reason;
            yield break;
        }

        var to = Of(run.Step)!;
        if (instance.Frames[run.Frame].Done.Keys.FirstOrDefault(done => !string.Equals(done, run.Step, StringComparison.Ordinal) && Of(done) is { } was && string.Equals(was.Id, to.Id, StringComparison.Ordinal)) is { } finished)
            yield return MigrationWords.Finished(run.Step, to, finished);
        if (to is Step.Wait && !Events(old.Step(run.Step)!).SetEquals(Events(to)))
            yield return MigrationWords.WaitsForOther(to);
    }

    /// <summary>Why an open step or frame has no counterpart; null when it has one.</summary>
    private Bilingual? Against(string id)
    {
        if (Of(id) is not { } to)
            return MigrationWords.Gone(old.Step(id)?.Name ?? new(id, id));
        if (old.Step(id) is not { } from || from.GetType() != to.GetType())
            return MigrationWords.OtherKind(id, to);
        if (from is Step.Fork && old.JoinOf(id) is { } join && !string.Equals(next.JoinOf(to.Id)?.Id, Of(join.Id)?.Id, StringComparison.Ordinal))
            return MigrationWords.OtherJoin(to);
        return Around(_old, id).Select(Of).Select(step => step?.Id).SequenceEqual(Around(_next, to.Id), StringComparer.Ordinal) ? null : MigrationWords.Elsewhere(to);
    }

    private Step? Of(string id) => mapping.TryGetValue(id, out var mapped) ? mapped is null ? null : next.Step(mapped) : next.Step(id);

    /// <summary>The forks and for-each steps that a step lies in, innermost first.</summary>
    private static IEnumerable<string> Around(StepGraph graph, string id)
    {
        var place = graph.Places[graph.Number(id)];
        while (place is not null)
        {
            foreach (var fork in place.Forks)
                yield return graph.Steps[fork].Id;
            if (place.Each < 0)
                yield break;
            yield return graph.Steps[place.Each].Id;
            place = graph.Places[place.Each];
        }
    }

    private static HashSet<string> Events(Step step) => step.Ways.SelectMany(way => way.OnEvents).ToHashSet(StringComparer.Ordinal);
}
