namespace DoubleRandom.Core.Draws.Matching;

/// <summary>A problem while it is put together: checks, sorts, and lets slots with the same people share one list.</summary>
internal sealed class ProblemDraft
{
    private readonly List<Refusal> _faults = [];
    private readonly List<(Slot Slot, int Group)> _slots = [];
    private readonly List<int[]> _groups = [];
    private readonly Dictionary<int[], int> _groupOf = new(SameNumbers.Comparer);
    private readonly Dictionary<string, int> _position = new(StringComparer.Ordinal);

    public ProblemDraft(IEnumerable<MatchInspector> inspectors)
    {
        Inspectors = [.. inspectors.OrderBy(inspector => inspector.Id, StringComparer.Ordinal)];
        for (var i = 0; i < Inspectors.Length; i++)
        {
            _faults.AddRange(ProblemFaults.Of(Inspectors[i]));
            if (!_position.TryAdd(Inspectors[i].Id, i))
                _faults.Add(ProblemFaults.InspectorTwice(Inspectors[i].Id));
        }
    }

    /// <summary>Ordered by id.</summary>
    public MatchInspector[] Inspectors { get; }

    public void Fault(Refusal fault) => _faults.Add(fault);

    /// <summary>The position of an inspector, or -1.</summary>
    public int Position(string id) => _position.GetValueOrDefault(id, -1);

    /// <summary>The positions of those who may fill a slot.</summary>
    public int[] Positions(EligibleSlot slot)
    {
        foreach (var unknown in slot.Inspectors.Where(id => Position(id) < 0))
            _faults.Add(ProblemFaults.UnknownInspector(slot.Slot.ToString(), unknown));
        return [.. slot.Inspectors.Select(Position).Distinct().Order()];
    }

    /// <summary>Adds a slot and its people, ascending.</summary>
    public void Add(Slot slot, int[] people)
    {
        _faults.AddRange(ProblemFaults.Of(slot));
        if (!_groupOf.TryGetValue(people, out var group))
        {
            _groupOf.Add(people, group = _groups.Count);
            _groups.Add(people);
        }

        _slots.Add((slot, group));
    }

    public MatchReading Read()
    {
        _slots.Sort((a, b) => a.Slot.CompareTo(b.Slot));
        for (var i = 1; i < _slots.Count; i++)
            if (_slots[i].Slot == _slots[i - 1].Slot)
                _faults.Add(ProblemFaults.SlotTwice(_slots[i].Slot));
        _faults.AddRange(ProblemFaults.OfSize(_slots.Count, Inspectors.Length));
        return _faults.Count > 0 ? new(null, _faults) : new(new([.. _slots.Select(slot => slot.Slot)], Inspectors, [.. _slots.Select(slot => slot.Group)], [.. _groups]), []);
    }
}
