using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>Asks the rules of business scope which units take part, with targets and items as the directories had them on a day.</summary>
internal static class ScopeParticipants
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>The units of each target, in the order of the codes. Of a target that no directory knew nothing is known: a person decides.</summary>
    public static async Task<IReadOnlyList<TargetParticipants>> OfAsync(NpgsqlConnection connection, Pack pack, IReadOnlyCollection<string> codes, DateOnly on, CancellationToken cancel)
    {
        var (folder, rules) = (pack.Jurisdiction.Folder, new Participation(pack.RuleSets, pack.Rules.Facts, on));
        var known = (await DirectoryQueries.AsOfAsync(connection, new(folder, TargetSheet.Id), on, codes, cancel))
            .ToDictionary(row => row.Code, row => Target.Of(JsonElement.Parse(row.Content)), StringComparer.Ordinal);
        var items = new List<InspectionItem>();
        await foreach (var row in DirectoryQueries.AsOfAsync(connection, new(folder, ItemSheet.Id), on).WithCancellation(cancel))
            items.Add(InspectionItem.Of(JsonElement.Parse(row.Content)));
        var byUnit = items.ToLookup(item => item.Department, StringComparer.Ordinal);
        return [.. codes.Select(code => Of(known.GetValueOrDefault(code) ?? new Target(code, code, Nothing), rules, byUnit))];
    }

    private static TargetParticipants Of(Target target, Participation rules, ILookup<string, InspectionItem> items)
    {
        var (units, open) = rules.Of(target, items);
        return new(target.Code, target.Name, units, open, [.. units.SelectMany(unit => Items(target, rules, [.. items[unit]]))]);
    }

    /// <summary>The rules are asked again with each item as if it stood alone.</summary>
    private static IEnumerable<ParticipantItem> Items(Target target, Participation rules, IReadOnlyList<InspectionItem> items)
    {
        var within = rules.Of(target, items.ToLookup(item => item.Id, StringComparer.Ordinal)).Units;
        return items.Where(item => within.Contains(item.Id, StringComparer.Ordinal)).Select(item => new ParticipantItem(item.Department, item.Id, item.Name, item.Basis));
    }
}
