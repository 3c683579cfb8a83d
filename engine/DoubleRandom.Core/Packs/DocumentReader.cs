using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Schemas;

namespace DoubleRandom.Core.Packs;

/// <summary>A file that was read as far as it makes sense.</summary>
/// <param name="Kind">The kind that its <c>$schema</c> names; for rules and workflows, of which a pack has many files, <c>rules:</c> or <c>workflow:</c> and the file's id.</param>
/// <param name="Root">Its content without what does not fit the schema.</param>
/// <param name="BrokenIds">Ids of the entries that were left out.</param>
internal sealed record PackDocument(string Kind, Node Root, IReadOnlySet<string> BrokenIds);

/// <summary>A file and all that can be said of it by itself.</summary>
/// <param name="File">The file.</param>
/// <param name="Document">What it says; null when that cannot be told.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record ReadFile(PackFile File, PackDocument? Document, IReadOnlyList<Diagnostic> Faults)
{
    public static ReadFile Of(PackFile file)
    {
        var faults = new List<Diagnostic>();
        var document = DocumentReader.Read(file, faults);
        faults.AddRange(document is null ? [] : BlankChecks.Of(document.Root));
        return new(file, document, faults);
    }
}

/// <summary>From a file to a document of a known kind: strict JSON, its schema, unique ids.</summary>
internal static class DocumentReader
{
    public static PackDocument? Read(PackFile file, ICollection<Diagnostic> faults)
    {
        if (NodeReader.Read(file, faults) is not { } root || SchemaGate.KindOf(root, faults) is not { } kind)
            return null;
        var misfits = SchemaGate.Check(kind, root);
        foreach (var misfit in misfits)
            faults.Add(misfit);
        ReportDuplicates(root, faults);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var pointers = misfits.Select(misfit => misfit.Place.Pointer).ToHashSet(StringComparer.Ordinal);
        if (kind is "rules" or "workflow")
            return OneOfMany(kind, root, pointers.Count == 0, broken);
        return new(kind, pointers.Count == 0 ? root : Without(root, pointers, broken), broken);
    }

    /// <summary>Half a rule set would decide wrongly, half a workflow would get lost: one that does not fit is left out whole.</summary>
    private static PackDocument? OneOfMany(string kind, Node root, bool fits, HashSet<string> broken)
    {
        if (root["id"] is not { IsText: true } id)
            return null;
        if (fits)
            return new($"{kind}:{id.Text}", root, broken);
        broken.Add(id.Text);
        return new($"{kind}:{id.Text}", kind is "rules" ? OnlyFacts(root) : Node.Object(root.Place, new Dictionary<string, Node>(StringComparer.Ordinal)), broken);
    }

    /// <summary>No shape and no facts are needed for the id alone; facts that fit are kept, so that other files find them.</summary>
    private static Node OnlyFacts(Node root) => Node.Object(root.Place, new Dictionary<string, Node>(StringComparer.Ordinal)
    {
        ["id"] = root["id"]!,
        ["facts"] = Node.Array(root.Place, [.. (root["facts"]?.Items ?? []).Where(fact => fact["id"] is not null && fact["zh"] is not null)]),
    });

    /// <summary>Leaves out the values that do not fit: the entry of a list, or the whole value of a top-level key.</summary>
    private static Node Without(Node root, HashSet<string> pointers, HashSet<string> broken) => Node.Object(
        root.Place,
        root.Members
            .Where(member => member.Value.IsArray || !IsHit(member.Value, pointers))
            .ToDictionary(member => member.Key, member => member.Value.IsArray ? Sound(member.Value, pointers, broken) : member.Value, StringComparer.Ordinal));

    private static Node Sound(Node list, HashSet<string> pointers, HashSet<string> broken)
    {
        var sound = new List<Node>();
        foreach (var item in list.Items)
        {
            if (!IsHit(item, pointers))
                sound.Add(item);
            else if (item["id"] is { IsText: true } id)
                broken.Add(id.Text);
        }

        return Node.Array(list.Place, sound);
    }

    private static bool IsHit(Node node, HashSet<string> pointers) =>
        pointers.Any(pointer => string.Equals(pointer, node.Place.Pointer, StringComparison.Ordinal) || pointer.StartsWith(node.Place.Pointer + "/", StringComparison.Ordinal));

    private static void ReportDuplicates(Node node, ICollection<Diagnostic> faults)
    {
        var first = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var item in node.Items)
        {
            if (item["id"] is { IsText: true } id && !first.TryAdd(id.Text, id))
                faults.Add(LayerFaults.DuplicateId(id.Place, id.Text, first[id.Text].Place));
            ReportDuplicates(item, faults);
        }

        foreach (var member in node.Members.Values)
            ReportDuplicates(member, faults);
    }
}
