using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Service.Workflows;

/// <summary>Which events a definition speaks of, so that only those who may care are told.</summary>
internal static class Hearing
{
    /// <summary>Ids of the events that its waits wait for, its due days count from, and its guards ask about.</summary>
    public static IEnumerable<string> Of(WorkflowDefinition definition) => definition.Steps
        .SelectMany(step => step.Ways.SelectMany(way => way.OnEvents.Concat(Of(way.OnDate)).Concat(Of(way.Guards))).Concat(Of(step.Due)).Concat(Of(step.Guards)))
        .Where(name => name is not Due.Opening)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The subjects that an event's subject lies in, itself first: <c>T-1/transport</c>, <c>T-1</c>.</summary>
    public static IReadOnlyList<string> Enclosing(string subject)
    {
        var subjects = new List<string>();
        for (var end = subject.Length; end > 0; end = subject.LastIndexOf('/', end - 1))
            subjects.Add(subject[..end]);
        return subjects;
    }

    /// <summary>The path of the item that an event's subject means to an instance about something; empty when it concerns the whole.</summary>
    public static string ItemOf(string subject, string instanceSubject) => subject.Length > instanceSubject.Length ? subject[(instanceSubject.Length + 1)..] : "";

    private static IEnumerable<string> Of(Due? due) => due?.When.Entries.SelectMany(entry => entry.Value.Events) ?? [];

    private static IEnumerable<string> Of(IEnumerable<Guard> guards) => guards.OfType<Guard.Happened>().Select(guard => guard.Event);
}
