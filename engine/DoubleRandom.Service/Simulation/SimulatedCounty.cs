using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Clocks;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Demo;
using DoubleRandom.Store.People;
using Npgsql;

namespace DoubleRandom.Service.Simulation;

/// <summary>The county of a simulation as its modelled people know it: the day, who is who, and what is left to chance.</summary>
internal sealed class SimulatedCounty
{
    private readonly ILookup<string, PersonRow> _people;

    public SimulatedCounty(SimulationOrder order, SteppedClock clock, NpgsqlDataSource source)
    {
        (Order, Clock, Source, Chance) = (order, clock, source, new(order.Seed, order.Pack.Jurisdiction.Folder));
        Pace = new(Chance, Pack.Calendar);
        Directory = SampleDirectory.Of(Pack);
        _people = Directory.ToLookup(person => person.Unit, StringComparer.Ordinal);
    }

    public SimulationOrder Order { get; }

    public Pack Pack => Order.Pack;

    public string Folder => Pack.Jurisdiction.Folder;

    public SteppedClock Clock { get; }

    public NpgsqlDataSource Source { get; }

    public Chance Chance { get; }

    public Pace Pace { get; }

    public IReadOnlyList<PersonRow> Directory { get; }

    public JurisdictionZone Zone => JurisdictionZone.Of(Pack.Jurisdiction.TimeZone);

    public DateOnly Today => Zone.DayOf(Clock.GetUtcNow());

    public List<Finding> Findings { get; } = [];

    public void Found(string kind, string subject, Bilingual text) => Findings.Add(new(Clock.GetUtcNow(), kind, subject, text));

    public void Refused(string kind, string subject, IEnumerable<Refusal> refusals)
    {
        var all = refusals.DistinctBy(refusal => (refusal.Code, refusal.Subject, refusal.Problem.En)).ToArray();
        Found(kind, subject, new(string.Join("；", all.Select(one => $"{one.Code} {one.Subject}：{one.Problem.Zh}")), string.Join("; ", all.Select(one => $"{one.Code} {one.Subject}: {one.Problem.En}"))));
    }

    /// <summary>Somebody of a unit who has a function in it; any function serves when none is asked for.</summary>
    public string PersonOf(string unit, string? function) =>
        (_people[unit].FirstOrDefault(person => function is null || string.Equals(person.Function, function, StringComparison.Ordinal)) ?? _people[unit].First()).Name;

    /// <summary>That person as the engine sees them.</summary>
    public Actor ActorOf(string unit, string? function)
    {
        var name = PersonOf(unit, function);
        string[] functions = [.. _people[unit].Where(person => string.Equals(person.Name, name, StringComparison.Ordinal)).Select(person => person.Function)];
        return new(unit, name, DecideContext.UnitsOf(Pack, Today)[unit], functions);
    }

    /// <summary>Ids of the units that hold a role today, in the order of the pack.</summary>
    public IReadOnlyList<string> Holding(string role) => [.. Pack.Units.Where(unit => unit.Holds(role, Today)).Select(unit => unit.Id)];

    /// <summary>Ids of the units that take part in procedures: members and participants, or else everybody.</summary>
    public IReadOnlyList<string> TakingPart()
    {
        string[] units = [.. Holding("member").Union(Holding("participant"), StringComparer.Ordinal)];
        return units.Length > 0 ? units : [.. Pack.Units.Where(unit => unit.Exists(Today)).Select(unit => unit.Id)];
    }
}
