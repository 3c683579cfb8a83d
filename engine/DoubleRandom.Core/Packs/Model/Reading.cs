using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>How a pack reads what its text leaves open (口径).</summary>
/// <param name="Name">The question: <c>before</c>, <c>endOfMonth</c>, <c>bareMonth</c>, <c>namedDate</c>, <c>periodEnd</c>, <c>startDay</c>, <c>closesAt</c>.</param>
/// <param name="Value">The answer, one of the words of the schema.</param>
/// <param name="Basis">The law that answers, or the local decision.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Reading(string Name, string Value, Basis Basis, Place Place);

/// <summary>All readings that hold for one obligation, resolved from its own, its jurisdiction's and the base packs'.</summary>
public sealed class Readings
{
    private readonly IReadOnlyDictionary<string, Reading> _byName;

    /// <summary>Takes one reading per name; a name that is missing reads as the law or the common usage does.</summary>
    public Readings(IReadOnlyDictionary<string, Reading> byName)
    {
        _byName = byName;
        BeforeIsInclusive = !Is("before", "exclusive");
        EndIsLastWorkingDay = Is("endOfMonth", "last-working-day");
        MonthEndsOnWorkingDay = Is("bareMonth", "last-working-day");
        NamedDate = Rule("namedDate", RestDayRule.Keep);
        PeriodEnd = Rule("periodEnd", RestDayRule.Next);
        StartDayCounts = Is("startDay", "included");
        ClosesAt = _byName.GetValueOrDefault("closesAt")?.Value ?? "24:00";
    }

    /// <summary>Whether "5月15日前" includes that day.</summary>
    public bool BeforeIsInclusive { get; }

    /// <summary>Whether "月底" is the month's last working day rather than its last day.</summary>
    public bool EndIsLastWorkingDay { get; }

    /// <summary>Whether "每年6月" ends on the month's last working day rather than on its last day.</summary>
    public bool MonthEndsOnWorkingDay { get; }

    /// <summary>What happens to a named date that is a rest day.</summary>
    public RestDayRule NamedDate { get; }

    /// <summary>What happens to the end of a period that is a rest day (Civil Code art. 203: the next working day).</summary>
    public RestDayRule PeriodEnd { get; }

    /// <summary>Whether the day of the event is the first day of the period (Civil Code art. 201: it is not).</summary>
    public bool StartDayCounts { get; }

    /// <summary>When the due day closes: <c>24:00</c>, <c>office-hours</c> or <c>HH:mm</c>.</summary>
    public string ClosesAt { get; }

    /// <summary>The readings that were stated, by name.</summary>
    public IReadOnlyDictionary<string, Reading> Stated => _byName;

    /// <summary>These readings with others laid over them.</summary>
    public Readings With(IEnumerable<Reading> over)
    {
        var merged = new Dictionary<string, Reading>(_byName, StringComparer.Ordinal);
        foreach (var reading in over)
            merged[reading.Name] = reading;
        return new Readings(merged);
    }

    private bool Is(string name, string value) => string.Equals(_byName.GetValueOrDefault(name)?.Value, value, StringComparison.Ordinal);

    private RestDayRule Rule(string name, RestDayRule otherwise) => _byName.GetValueOrDefault(name)?.Value switch
    {
        "keep" => RestDayRule.Keep,
        "previous" => RestDayRule.Previous,
        "next" => RestDayRule.Next,
        _ => otherwise,
    };
}
