using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Demands;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>The lists of people that were named on the command line, found to be those of the rules.</summary>
internal sealed class DrawPeople
{
    private readonly ListReading<InspectorRows>? _inspectors;
    private readonly ListReading<RecusalRows>? _recusals;

    private DrawPeople(Call call)
    {
        _inspectors = Read(call, DrawFile.Inspectors, InspectorFrame.Read);
        _recusals = Read(call, DrawFile.Recusals, RecusalList.Read);
        Inspectors = Named(call, DrawFile.Inspectors, _inspectors?.Commitment);
        Recusals = Named(call, DrawFile.Recusals, _recusals?.Commitment);
    }

    /// <summary>Null when the rules name none.</summary>
    public NamedList? Inspectors { get; }

    /// <summary>Null when the rules name none.</summary>
    public NamedList? Recusals { get; }

    /// <summary>The lists; null when one is wrong or another than the rules name, which has been told then.</summary>
    /// <param name="call">The command.</param>
    /// <param name="rules">The rules of the draw.</param>
    /// <param name="areNeeded">Whether those that the rules name must be there.</param>
    public static DrawPeople? Of(Call call, DrawRules rules, bool areNeeded)
    {
        var people = new DrawPeople(call);
        if (FaultReport.Tells(call, [.. people._inspectors?.Faults ?? [], .. people._recusals?.Faults ?? []]))
            return null;
        var refusals = Binding.Of(rules, people.Inspectors?.Commitment, people.Recusals?.Commitment)
            .Where(refusal => areNeeded || !refusal.Code.EndsWith("-missing", StringComparison.Ordinal)).ToArray();
        FaultReport.Tell(call, refusals);
        return refusals.Length > 0 ? null : people;
    }

    /// <summary>Who checks whom; null when the rules ask for nobody. What is wrong with the lists has been told when there is no outcome.</summary>
    public ComputedTeams? Assign(Call call, ComputedDraw draw)
    {
        if (draw.Rules.Assignment is not { } rules)
            return null;
        var demand = rules.For(draw.Draws, _inspectors?.Content.All ?? [], _recusals?.Content.All ?? []);
        var (problem, faults) = demand.Read();
        FaultReport.Tell(call, faults);
        return new(demand, problem is null ? null : OptimalAssignment.Find(problem, draw.Key, new AllCores()));
    }

    private static ListReading<T>? Read<T>(Call call, string option, Func<Stream, string, ListReading<T>> read)
        where T : class
    {
        if (DrawFile.OpenerOrNull(call, option) is not { } open)
            return null;
        using var stream = open();
        return read(stream, DrawFile.Name(call, option));
    }

    private static NamedList? Named(Call call, string option, ListCommitment? commitment) => commitment is null ? null : new(DrawFile.Name(call, option), commitment);
}
