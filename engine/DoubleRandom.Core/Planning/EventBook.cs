namespace DoubleRandom.Core.Planning;

/// <summary>What happened, in the order of planning and by name: made once for a plan, asked by every obligation.</summary>
internal sealed class EventBook
{
    private static readonly PlanEvent[] None = [];
    private readonly Dictionary<string, PlanEvent[]> _byName;

    /// <summary>Takes events in any order; one that is told twice happened once.</summary>
    public EventBook(IEnumerable<PlanEvent> events) => _byName = events
        .Distinct()
        .GroupBy(e => e.Event, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => InOrder([.. group]), StringComparer.Ordinal);

    /// <summary>The events of one name, in order.</summary>
    public PlanEvent[] Of(string name) => _byName.GetValueOrDefault(name) ?? None;

    /// <summary>The events of several names, in order.</summary>
    public PlanEvent[] Of(IReadOnlyList<string> names) => names.Count == 1 ? Of(names[0]) : InOrder([.. names.SelectMany(Of)]);

    /// <summary>Stored events come in order already, and looking is cheaper than sorting.</summary>
    private static PlanEvent[] InOrder(PlanEvent[] events)
    {
        for (var i = 1; i < events.Length; i++)
        {
            if (PlanEvent.Order.Compare(events[i - 1], events[i]) <= 0)
                continue;
            Array.Sort(events, PlanEvent.Order);
            break;
        }

        return events;
    }
}
