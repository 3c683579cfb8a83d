using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>Whether the people of a team may inspect a target: of the department, with a credential that holds, without interest in the target, there on the day, not yet full.</summary>
internal static class TeamCheck
{
    public static async Task<IReadOnlyList<Refusal>> OfAsync(InspectionAtHand at, string department, IReadOnlyList<string> inspectors)
    {
        if (inspectors.Count == 0)
            return [InspectionWords.NoTeam()];
        string[] ids = [.. inspectors.Distinct(StringComparer.Ordinal)];
        var known = await InspectionQueries.InspectorsAsync(at.Chain.Connection, at.Row.Jurisdiction, ids, at.Chain.Cancel);
        var loads = await InspectionQueries.LoadsAsync(at.Chain.Connection, at.Key, ids, at.Chain.Cancel);
        var on = at.Row.ScheduledOn ?? at.Chain.Today;
        return [.. ids.SelectMany(id => known.TryGetValue(id, out var content)
            ? Of(Inspector.Of(JsonElement.Parse(content)), at.Key.Target, department, on, loads.GetValueOrDefault(id)) : [InspectionWords.NoInspector(id)])];
    }

    private static IEnumerable<Refusal> Of(Inspector inspector, string target, string department, DateOnly on, int load)
    {
        if (!string.Equals(inspector.Unit, department, StringComparison.Ordinal))
            yield return InspectionWords.OtherUnit(inspector.Id, inspector.Unit);
        if (!inspector.IsCredentialed(on))
            yield return InspectionWords.Expired(inspector.Id, on);
        if (inspector.Interests.Contains(target, StringComparer.Ordinal))
            yield return InspectionWords.Recused(inspector.Id, target);
        if (inspector.IsAbsent(on))
            yield return InspectionWords.Absent(inspector.Id, on);
        if (inspector.Capacity is { } capacity && load >= capacity)
            yield return InspectionWords.Full(inspector.Id, capacity);
    }
}
