using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads a calendar file into the definition from which working days are worked out.</summary>
internal static class CalendarBinder
{
    public static CalendarDefinition Bind(Node root, Binder binder) => new(
        binder.Text(root, "id", "calendar"),
        binder.Name(root, "calendar"),
        [.. (root["weekend"]?.Items ?? []).Select(day => Enum.Parse<DayOfWeek>(day.Text, ignoreCase: true))],
        [.. (root["notices"]?.Items ?? []).Select(notice => Notice(notice, binder))],
        [.. (root["statutory"]?.Items ?? []).Select(year => Statutory(year, binder))],
        Binder.TextOrNull(root, "over"));

    private static CalendarNotice Notice(Node node, Binder binder) => new(
        node["order"]?.Integer ?? 0, node["year"]?.Integer ?? 0, binder.Text(node, "address", "notice"), Binder.TextOrNull(node, "published"),
        Runs(node["off"], binder), [.. (node["work"]?.Items ?? []).Select(day => Day(day, binder)).OfType<DateOnly>()]);

    private static StatutoryYear Statutory(Node node, Binder binder)
    {
        var basis = Binder.BasisOrNull(node);
        return new(node["year"]?.Integer ?? 0, basis?.Document ?? "", basis?.Article ?? "", Runs(node["off"], binder));
    }

    private static HolidayRun[] Runs(Node? list, Binder binder) =>
        [.. (list?.Items ?? []).Select(run => new HolidayRun(binder.DateOrFirst(run, "from", "off"), binder.DateOrFirst(run, "to", "off"), binder.Name(run, "off")))];

    private static DateOnly? Day(Node node, Binder binder)
    {
        if (node.Date is null)
            binder.Faults.Add(Checks.TimeFaults.ImpossibleDate(node.Place, node.Text));
        return node.Date;
    }
}
