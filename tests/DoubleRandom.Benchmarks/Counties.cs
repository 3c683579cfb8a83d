using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Packs;

namespace DoubleRandom.Benchmarks;

/// <summary>Many counties made from the five real ones: same duties, same ladders, 25 units each, in force without end.</summary>
internal static class Counties
{
    private const int Units = 25;

    public static PackLibrary Library => PackFolder.Read(Root);

    public static string Root { get; } = FindRoot();

    /// <summary>So many counties, each a copy of one of the five with its own folder name.</summary>
    public static IReadOnlyList<Pack> Make(int count)
    {
        var library = Library;
        var five = library.Jurisdictions.Select(folder => PackCompiler.Compile(library, folder).Pack!).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => Copy(five[i % five.Length], i))];
    }

    /// <summary>Every unit completes a task and produces a result every month.</summary>
    public static IReadOnlyList<PlanEvent> Events(Pack pack, DateOnly from, int months)
    {
        var names = new[] { "inspection-task.completed", "result.produced" }.Where(pack.Events.ContainsKey).ToArray();
        return
        [
            .. Enumerable.Range(0, months).SelectMany(month => pack.Units.SelectMany(unit => names.Select(name =>
                new PlanEvent(name, from.AddMonths(month).AddDays(9), $"{unit.Id}-{month}", unit.Id)))),
        ];
    }

    private static Pack Copy(Pack source, int number)
    {
        var roles = source.Roles.Keys.Select(role => new RoleHolding(role, null, null)).ToArray();
        var first = source.Units[0];
        Unit[] units = [.. source.Units, .. Enumerable.Range(source.Units.Count, Math.Max(0, Units - source.Units.Count)).Select(i => first with { Id = $"unit-{i}", Roles = roles })];
        units = [.. units.Take(Units).Select(unit => unit with { Roles = roles })];
        var all = Dated<Who>.Always(new(null, [.. units.Select(unit => unit.Id)], [], false));
        var everybody = source.Obligations.Select(obligation => obligation with { Who = obligation.Who.Entries[^1].Value.OfEvent ? Dated<Who>.Always(all.Entries[0].Value with { OfEvent = true }) : all }).ToArray();
        return new()
        {
            Jurisdiction = source.Jurisdiction with { Folder = $"{100000 + number}-county" },
            ContentHash = source.ContentHash,
            Layers = source.Layers,
            Calendar = source.Calendar,
            Documents = source.Documents.ToDictionary(pair => pair.Key, pair => pair.Value with { InForceTo = null }, StringComparer.Ordinal),
            Roles = source.Roles,
            Units = units,
            Conveners = source.Conveners,
            Readings = source.Readings,
            OfficeHours = source.OfficeHours,
            Values = source.Values,
            Ladders = source.Ladders,
            Forms = source.Forms,
            Events = source.Events,
            Obligations = everybody,
            Coverage = source.Coverage,
            Tests = source.Tests,
            Templates = source.Templates,
            Effective = source.Effective,
        };
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "workflows")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No workflows folder above the program.");
    }
}
