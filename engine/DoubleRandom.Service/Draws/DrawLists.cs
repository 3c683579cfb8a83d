using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Directories;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>Reads the lists of a draw out of the directories, as they held on its day.</summary>
/// <param name="pack">The jurisdiction.</param>
/// <param name="order">What is asked for.</param>
/// <param name="rules">Its rules as far as they can be read before the lists are there.</param>
/// <param name="on">The day.</param>
internal sealed class DrawLists(Pack pack, DrawOrder order, DrawRules rules, DateOnly on)
{
    /// <summary>The targets of the scope, each with its row; one more than a frame may have when there are too many.</summary>
    public async Task<IReadOnlyCollection<FrameRow>> TargetsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var drawn = await DrawHistory.LastDrawnAsync(connection, pack.Jurisdiction.Folder, cancel);
        var facts = new TargetRows(pack.RuleSets, pack.Rules.Facts, order.Stratum, order.Weight, rules.Repeats, on);
        var (isIn, rows) = (order.Scope.Filter(), new List<FrameRow>());
        await foreach (var target in ReadAsync(connection, TargetSheet.Id, Target.Of, cancel))
            if (rows.Count > Preparation.MostTargets)
                break;
            else if (isIn(target))
                rows.Add(order.What is DrawOrder.Targets ? facts.Of(target, LastOn(target, drawn)) : new(target.Code, TargetRows.One, 1, true, "-"));
        return rows;
    }

    /// <summary>The inspectors with their recusals, and their own ids by pseudonym.</summary>
    public async Task<(DrawPeople People, DrawNames Names)> PeopleAsync(NpgsqlConnection connection, IReadOnlyCollection<FrameRow> targets, Digest salt, CancellationToken cancel)
    {
        var roster = new InspectorRoster(pack.RuleSets, pack.Rules.Facts, rules.Assignment!.Days, salt);
        var loads = await DrawHistory.LoadsAsync(connection, pack.Jurisdiction.Folder, new(on.Year, 1, 1), cancel);
        var codes = targets.Select(target => target.Id).ToHashSet(StringComparer.Ordinal);
        var (inspectors, recusals, names) = (new List<InspectorRow>(), new List<RecusalRow>(), new Dictionary<string, DrawName>(StringComparer.Ordinal));
        await foreach (var inspector in ReadAsync(connection, InspectorSheet.Id, Inspector.Of, cancel))
        {
            inspectors.Add(roster.Of(inspector, loads.GetValueOrDefault(inspector.Id)));
            recusals.AddRange(roster.RecusalsOf(inspector, codes));
            names.Add(inspectors[^1].Id, new(inspector.Id, inspector.Unit));
        }

        return (new(inspectors, recusals, salt), new(names));
    }

    /// <summary>The later of the last draw and the last check that the directory tells.</summary>
    private DateOnly? LastOn(Target target, IReadOnlyDictionary<string, DateOnly> drawn)
    {
        DateOnly? inspected = target.InspectedOn.Where(day => day <= on).Select(day => (DateOnly?)day).Max();
        return drawn.TryGetValue(target.Code, out var last) && (inspected is null || last > inspected) ? last : inspected;
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(NpgsqlConnection connection, string directory, Func<JsonElement, T> of, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in DirectoryQueries.AsOfAsync(connection, new(pack.Jurisdiction.Folder, directory), on).WithCancellation(cancel))
        {
            using var content = JsonDocument.Parse(row.Content);
            yield return of(content.RootElement.Clone());
        }
    }
}
