using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs;

/// <summary>Finds and builds the calendar that a pack names, with the one beneath it when it is an overlay.</summary>
internal sealed class Calendars(PackLibrary library, Binder binder)
{
    private static readonly WorkingCalendar WeekendsOnly =
        WorkingCalendar.Build(new("weekends-only", new("仅周末", "weekends only"), [DayOfWeek.Saturday, DayOfWeek.Sunday], [], []));

    /// <summary>The calendar; one that knows weekends only (and a fault) when there is none of that name.</summary>
    public WorkingCalendar Named(Node? name)
    {
        if (name is null)
            return WeekendsOnly;
        var definitions = library.Calendars
            .Select(file => library.Read(file, binder.Faults))
            .OfType<PackDocument>()
            .Where(document => document.Kind is "calendar")
            .Select(document => (document.Root, Definition: CalendarBinder.Bind(document.Root, binder)))
            .ToArray();
        return Build(name, name.Text, definitions);
    }

    private WorkingCalendar Build(Node name, string id, (Node Root, CalendarDefinition Definition)[] definitions)
    {
        var (root, definition) = Array.Find(definitions, pair => string.Equals(pair.Definition.Id, id, StringComparison.Ordinal));
        if (definition is null)
        {
            binder.Faults.Add(ReferenceFaults.Unknown(name.Place, "calendar", id, definitions.Select(pair => pair.Definition.Id)));
            return WeekendsOnly;
        }

        var below = definition.Over is { } over ? Array.Find(definitions, pair => string.Equals(pair.Definition.Id, over, StringComparison.Ordinal)).Definition : null;
        if (definition.Over is not null && below is null)
        {
            binder.Faults.Add(ReferenceFaults.Unknown(root["over"]!.Place, "calendar", definition.Over, definitions.Select(pair => pair.Definition.Id)));
            return WeekendsOnly;
        }

        var faults = CalendarCheck.Faults(definition).Concat(below is null ? [] : CalendarCheck.Faults(below)).ToArray();
        foreach (var fault in faults)
            binder.Faults.Add(TimeFaults.Calendar(root.Place with { Pointer = fault.Pointer }, fault.Problem));
        if (faults.Length > 0)
            return WeekendsOnly;
        return below is null ? WorkingCalendar.Build(definition) : WorkingCalendar.Build(below, definition);
    }
}
