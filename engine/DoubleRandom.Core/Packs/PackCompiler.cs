using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Binding;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Packs;

/// <summary>From files to a pack, or to all that is wrong with them. Pure, and never stops at the first fault.</summary>
public static class PackCompiler
{
    /// <summary>Compiles one pack folder with its base packs and its calendar, and runs the tests that it carries.</summary>
    /// <param name="library">All files.</param>
    /// <param name="folder">The jurisdiction's folder: <c>640425-pengyang</c>.</param>
    public static CompiledPack Compile(PackLibrary library, string folder)
    {
        var faults = new List<Diagnostic>();
        var layers = new Layers(library, faults).Of(folder);
        var effective = Merge(layers, faults);
        if (!effective.TryGetValue("jurisdiction", out var root) || !layers[^1].Documents.ContainsKey("jurisdiction"))
        {
            faults.Add(LayerFaults.NoJurisdictionFile(folder));
            return new(null, Sorted(faults));
        }

        var broken = layers.SelectMany(layer => layer.BrokenIds).ToHashSet(StringComparer.Ordinal);
        var pack = Bind(library, folder, layers, effective, root, new(faults, broken), faults);
        foreach (var fault in PackChecks.All(pack, broken))
            faults.Add(fault);
        if (faults.TrueForAll(fault => fault.Severity != Severity.Error))
            faults.AddRange([.. PackTests.Run(pack), .. RuleTests.Run(pack.Rules, pack.Jurisdiction.NeedsTests), .. WorkflowWalks.Run(pack)]);
        return new(pack, Sorted(faults));
    }

    /// <summary>Looks at the files of one folder by themselves, as far as that goes: syntax, schema, ids, blanks, base packs named. This is all that can be said of a base pack that nothing uses.</summary>
    /// <param name="library">All files.</param>
    /// <param name="folder">The folder, a base pack's or a jurisdiction's.</param>
    public static IReadOnlyList<Diagnostic> CheckFiles(PackLibrary library, string folder)
    {
        var faults = new List<Diagnostic>();
        var layers = new Layers(library, faults).Of(folder);
        if (!layers[^1].Documents.ContainsKey("jurisdiction"))
            faults.Add(LayerFaults.NoJurisdictionFile(folder));
        return Sorted(faults);
    }

    /// <summary>Builds one calendar without any pack.</summary>
    /// <param name="library">All files.</param>
    /// <param name="id">The calendar's id: <c>cn</c>.</param>
    public static CompiledCalendar Calendar(PackLibrary library, string id)
    {
        var faults = new List<Diagnostic>();
        var name = Node.Scalar(Place.WholeFile($"rules/calendars/{id}.json"), System.Text.Json.JsonValueKind.String, id);
        var calendar = new Calendars(library, new Binder(faults, new HashSet<string>(StringComparer.Ordinal))).Named(name);
        return new(faults.Exists(fault => fault.Severity == Severity.Error) ? null : calendar, Sorted(faults));
    }

    private static Dictionary<string, Node> Merge(IReadOnlyList<Layer> layers, List<Diagnostic> faults)
    {
        var effective = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var (kind, document) in layers.SelectMany(layer => layer.Documents))
            if (document["remove"]?.Boolean == true)
                Remove(effective, kind, document, faults);
            else
                effective[kind] = LayerMerge.Over(effective.GetValueOrDefault(kind) ?? Node.Object(document.Place, new Dictionary<string, Node>(StringComparer.Ordinal)), document, faults);
        return effective;
    }

    /// <summary>A rule set or workflow that a layer drops is gone from those beneath; a layer above may begin it anew.</summary>
    private static void Remove(Dictionary<string, Node> effective, string kind, Node document, List<Diagnostic> faults)
    {
        var family = kind[..(kind.IndexOf(':', StringComparison.Ordinal) + 1)];
        if (!effective.Remove(kind))
            faults.Add(LayerFaults.RemovesNothing(document.Place, kind[family.Length..], effective.Keys.Where(known => known.StartsWith(family, StringComparison.Ordinal)).Select(known => known[family.Length..])));
    }

    private static Pack Bind(
        PackLibrary library, string folder, IReadOnlyList<Layer> layers, Dictionary<string, Node> effective, Node root, Binder binder, List<Diagnostic> faults)
    {
        var who = new JurisdictionBinder(root, binder);
        var jurisdiction = who.Header(folder);
        var (readings, values, ladders) = (who.Readings(), who.Values(), who.Ladders());
        var documents = who.Documents();
        var calendar = new Calendars(library, binder).Named(binder.Need(root, "calendar", "jurisdiction"));
        var duties = new ObligationBinder(binder, readings, values, ladders, Binder.TextOrNull(root, "defaultLadder") ?? "standard", jurisdiction.OfficeUnit);
        var stated = Items(effective, "obligations", "obligations").Select(duties.Bind).DistinctBy(duty => duty.Id, StringComparer.Ordinal).ToArray();
        return new()
        {
            Jurisdiction = jurisdiction,
            ContentHash = Hash(library, layers),
            Layers = [.. layers.Select(layer => layer.Folder)],
            Calendar = calendar,
            Documents = documents,
            Roles = who.Roles(),
            Units = who.Units(),
            Conveners = who.Conveners(),
            Readings = readings,
            OfficeHours = who.OfficeHours(),
            Values = values,
            Ladders = ladders,
            StaleTasks = who.StaleTasks(),
            Forms = Items(effective, "forms", "forms").Select(form => FormBinder.Bind(form, binder)).DistinctBy(form => form.Id, StringComparer.Ordinal).ToDictionary(form => form.Id, StringComparer.Ordinal),
            Draws = Items(effective, "draws", "draws").Select(scheme => DrawSchemeBinder.Bind(scheme, binder)).DistinctBy(scheme => scheme.Id, StringComparer.Ordinal).ToDictionary(scheme => scheme.Id, StringComparer.Ordinal),
            Exchanges = Items(effective, "exchange", "profiles").Select(profile => ExchangeBinder.Bind(profile, binder)).DistinctBy(profile => profile.Id, StringComparer.Ordinal).ToDictionary(profile => profile.Id, StringComparer.Ordinal),
            Events = Items(effective, "obligations", "events").Select(e => Event(e, binder)).DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, StringComparer.Ordinal),
            Obligations = [.. stated, .. Renewals.Of(stated, documents.Values, ladders, jurisdiction.OfficeUnit, readings)],
            Rules = new RuleSetBinder(binder, calendar).Bind(Many(effective, "rules:")),
            Workflows = Procedures(Many(effective, "workflow:"), new(binder, values, jurisdiction.OfficeUnit)),
            Coverage = [.. Items(effective, "jurisdiction", "coverage").Select(row => CoverageBinder.Row(row, binder))],
            Tests = [.. Items(effective, "obligations", "tests").Select(test => CoverageBinder.Test(test, binder))],
            Templates = TemplateFiles.Of(library, layers, faults),
            Effective = effective,
        };
    }

    private static EventName Event(Node node, Binder binder) =>
        new(binder.Text(node, "id", "event"), binder.Name(node, "event"), binder.Basis(node, $"event:{Binder.TextOrNull(node, "id")}"), node.Place) { IsAhead = node["ahead"]?.Boolean };

    private static IEnumerable<Node> Many(Dictionary<string, Node> effective, string kind) =>
        effective.Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal) && pair.Value["id"] is not null).Select(pair => pair.Value);

    private static Dictionary<string, WorkflowDefinition> Procedures(IEnumerable<Node> documents, WorkflowBinder binder) =>
        documents.Where(document => !binder.IsBroken(document)).Select(binder.Bind).ToDictionary(definition => definition.Id, StringComparer.Ordinal);

    private static IReadOnlyList<Node> Items(Dictionary<string, Node> effective, string kind, string key) =>
        effective.GetValueOrDefault(kind)?[key]?.Items ?? [];

    /// <summary>Everything that can change what the pack does: its layers' files and the calendars, by path and content.</summary>
    private static string Hash(PackLibrary library, IReadOnlyList<Layer> layers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in layers.SelectMany(layer => library.Of(layer.Folder)).Concat(library.Calendars))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Diagnostic[] Sorted(IEnumerable<Diagnostic> faults) =>
    [
        .. faults.Distinct()
            .OrderBy(fault => fault.Place.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Place.Line)
            .ThenBy(fault => fault.Place.Column)
            .ThenBy(fault => fault.Code, StringComparer.Ordinal),
    ];
}
