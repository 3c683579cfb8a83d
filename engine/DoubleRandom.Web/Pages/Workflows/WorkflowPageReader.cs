using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Pages.Home;
using Npgsql;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>Gathers the page of all procedures and that of one definition.</summary>
internal sealed class WorkflowPageReader(NpgsqlDataSource source, RunningPacks packs, WorkflowReader reader, HomeReader home, TimeProvider time)
{
    private const int MostRows = 50;
    private const int MostMissed = 20;
    private static readonly string[] States = ["running", "ended", "cancelled", "trouble"];

    public async Task<WorkflowListView> ListAsync(string? jurisdiction, string? unit, string? status, long? before, CancellationToken cancel)
    {
        var choice = home.Choose(jurisdiction, unit);
        var known = States.Contains(status, StringComparer.Ordinal) ? status : null;
        var lines = await reader.InstancesAsync(new(choice.Jurisdiction, choice.Unit, Status: known, Before: before, Limit: MostRows + 1), cancel);
        var tally = await source.ReadAsync(connection => WorkflowQueries.TallyAsync(connection, choice.Jurisdiction, cancel), cancel);
        var shown = packs.All.Values.Where(pack => choice.Jurisdiction is null || string.Equals(choice.Jurisdiction, pack.Jurisdiction.Folder, StringComparison.Ordinal));
        return new(
            choice, known, [.. shown.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal).Select(pack => Group(pack, tally))],
            [.. lines.Take(MostRows).Select(Listed)], before is null ? await reader.MissedAsync(choice.Jurisdiction, MostMissed, cancel) : [], lines.Count > MostRows ? lines[MostRows - 1].Row.Id : null, before is null);
    }

    /// <summary>The page of one definition; null when no pack that runs has it.</summary>
    public async Task<DefinitionView?> DefinitionAsync(string folder, string id, StartAttempt attempt, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack || pack.Workflows.GetValueOrDefault(id) is not { } definition)
            return null;
        var tally = await source.ReadAsync(connection => WorkflowQueries.TallyAsync(connection, pack.Jurisdiction.Folder, cancel), cancel);
        var line = Group(pack, tally).Lines.Single(one => string.Equals(one.Definition.Id, id, StringComparison.Ordinal));
        return new(pack, definition, line, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow()), attempt);
    }

    private static DefinitionGroup Group(Pack pack, IReadOnlyList<WorkflowTally> tally)
    {
        var counts = tally.Where(one => string.Equals(one.Jurisdiction, pack.Jurisdiction.Folder, StringComparison.Ordinal))
            .ToDictionary(one => (one.Workflow, one.Status), one => one.Instances);
        return new(pack, [.. pack.Workflows.Values.Select(definition => new DefinitionLine(
            definition, counts.GetValueOrDefault((definition.Id, "running")), counts.GetValueOrDefault((definition.Id, "ended")), counts.GetValueOrDefault((definition.Id, "cancelled"))))]);
    }

    private ListedInstance Listed(InstanceLine line)
    {
        var pack = packs.Of(line.Row.Jurisdiction);
        return new(
            line, pack?.Jurisdiction.Name ?? Owners.Itself(line.Row.Jurisdiction),
            line.Row.StarterUnit.Length == 0 ? Wording.FlowWords.Engine : Owners.Unit(line.Row.StarterUnit, pack), pack?.Jurisdiction.TimeZone ?? HomeReader.UsualZone);
    }
}
