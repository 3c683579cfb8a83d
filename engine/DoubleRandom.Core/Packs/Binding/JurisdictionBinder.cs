using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads who and where: documents, roles, units, conveners, readings, values.</summary>
internal sealed class JurisdictionBinder(Node root, Binder binder)
{
    private static readonly OfficeHours NineToFive = new(new(9, 0), new(17, 0));

    public Jurisdiction Header(string folder)
    {
        var office = binder.Need(root, "office", "jurisdiction");
        var header = new Jurisdiction(
            folder, Text("id"), Text("code"), binder.Name(root, "jurisdiction"), Text("level"), Text("parent"), Text("timeZone"),
            office is null ? "" : binder.Text(office, "unit", "office"), Binder.TextOrNull(root, "untested") is "error");
        if (office is not null)
            binder.Basis(office, "office");
        if (header.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(header.TimeZone, out _))
            binder.Faults.Add(TimeFaults.UnknownZone(root["timeZone"]!.Place, header.TimeZone));
        if (!string.Equals(folder, $"{header.Code}-{header.Id}", StringComparison.Ordinal))
            binder.Faults.Add(LayerFaults.FolderName(root.Place, folder, $"{header.Code}-{header.Id}"));
        return header;
    }

    public IReadOnlyDictionary<string, LegalDocument> Documents() => ById("documents", Document, document => document.Id);

    public IReadOnlyDictionary<string, Role> Roles() =>
        ById("roles", node => new Role(Id(node), binder.Name(node, "role"), binder.Basis(node, $"role:{Id(node)}"), node.Place), role => role.Id);

    public IReadOnlyList<Unit> Units() => [.. Items("units").Select(Unit).DistinctBy(unit => unit.Id, StringComparer.Ordinal)];

    public IReadOnlyList<Convener> Conveners() =>
    [
        .. Items("conveners").Select(node => new Convener(
            Id(node), binder.Name(node, "convener", "title"), binder.Text(node, "unit", "convener"), binder.Basis(node, $"convener:{Id(node)}"), node.Place)),
    ];

    public IReadOnlyDictionary<string, LegalValue> Values() => ById("values", Value, value => value.Id);

    public IReadOnlyDictionary<string, Ladder> Ladders() => ById("ladders", node => LadderBinder.Bind(node, binder), ladder => ladder.Id);

    public StaleTasks? StaleTasks() => root["staleTasks"] is not { } stale ? null : new(
        Math.Max(1, binder.Need(stale, "every", "staleTasks")?["workingDays"]?.Integer ?? 1), Binder.Texts(binder.Need(stale, "audience", "staleTasks")), binder.Text(stale, "template", "staleTasks"),
        binder.Basis(stale, "staleTasks"), stale.Place);

    public Readings Readings() => new(Readings(root["readings"], binder));

    public OfficeHours OfficeHours()
    {
        if (root["officeHours"] is not { } hours)
            return NineToFive;
        binder.Basis(hours, "officeHours");
        var open = new OfficeHours(Binder.Time(hours, "from") ?? NineToFive.From, Binder.Time(hours, "to") ?? NineToFive.To);
        if (open.To <= open.From)
            binder.Faults.Add(TimeFaults.HoursReversed(hours.Place));
        return open;
    }

    /// <summary>The readings of a jurisdiction or of one obligation.</summary>
    public static Dictionary<string, Reading> Readings(Node? node, Binder binder) =>
        (node?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).ToDictionary(
            member => member.Key,
            member => new Reading(member.Key, binder.Text(member.Value, "value", member.Key), binder.Basis(member.Value, $"reading:{member.Key}"), member.Value.Place),
            StringComparer.Ordinal);

    private LegalDocument Document(Node node)
    {
        var (from, to) = binder.Life(node, "inForceFrom", "inForceTo");
        var issued = Binder.TextOrNull(node, "issuedOn");
        var undated = Binder.NameOrNull(node, "undated");
        if (issued is null && undated is null)
            binder.Faults.Add(LayerFaults.MissingKey(node.Place, "issuedOn / undated", $"document:{Id(node)}"));
        return new(Id(node), binder.Text(node, "title", "document"), Binder.TextOrNull(node, "number"), issued, from, to, undated, Binder.TextOrNull(node, "source"), node.Place);
    }

    private Unit Unit(Node node)
    {
        var (from, to) = binder.Life(node);
        return new(
            Id(node), binder.Name(node, $"unit:{Id(node)}"), [.. (node["roles"]?.Items ?? []).Select(Holding)], Binder.TextOrNull(node, "superior"),
            from, to, binder.Basis(node, $"unit:{Id(node)}"), node.Place);
    }

    private RoleHolding Holding(Node node)
    {
        if (node.IsText)
            return new(node.Text, null, null);
        var (from, to) = binder.Life(node);
        return new(binder.Text(node, "role", "role"), from, to);
    }

    private LegalValue Value(Node node)
    {
        var element = $"value:{Id(node)}";
        var history = binder.Need(node, "history", element);
        if (history is not null)
            foreach (var entry in history.Items)
                binder.Basis(entry, element);
        return new(
            Id(node), binder.Name(node, element), Binder.TextOrNull(node, "unit") ?? "",
            history is { Items.Count: > 0 } ? binder.Dated(history, element, value => value.Integer ?? 0) : Dated<int>.Always(0), node.Place);
    }

    private Dictionary<string, T> ById<T>(string key, Func<Node, T> bind, Func<T, string> id) =>
        Items(key).Select(bind).DistinctBy(id, StringComparer.Ordinal).ToDictionary(id, StringComparer.Ordinal);

    private IReadOnlyList<Node> Items(string key) => root[key]?.Items ?? [];

    private string Text(string key) => binder.Text(root, key, "jurisdiction");

    private string Id(Node node) => binder.Text(node, "id", "element");
}
