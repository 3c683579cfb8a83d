using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Schemas;

namespace DoubleRandom.Core.Packs;

/// <summary>The documents of one pack folder by kind, without the entries that do not fit their schema.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Documents">The root node of each kind of document.</param>
/// <param name="BrokenIds">Ids of entries that were left out, so that references to them are not reported as well.</param>
internal sealed record Layer(string Folder, IReadOnlyDictionary<string, Node> Documents, IReadOnlySet<string> BrokenIds)
{
    public IReadOnlyList<string> Extends => Binder.Texts(Documents.GetValueOrDefault("jurisdiction")?["extends"]);
}

/// <summary>Reads folders into layers and lays those that a pack extends beneath it.</summary>
internal sealed class Layers(PackLibrary library, ICollection<Diagnostic> faults)
{
    private readonly Dictionary<string, Layer> _read = new(StringComparer.Ordinal);

    /// <summary>The layers of a pack, lowest first, its own last; every layer once.</summary>
    public IReadOnlyList<Layer> Of(string folder)
    {
        var ordered = new List<Layer>();
        Visit(folder, [], ordered);
        return ordered;
    }

    private void Visit(string folder, IReadOnlyList<string> path, List<Layer> ordered)
    {
        if (ordered.Exists(layer => string.Equals(layer.Folder, folder, StringComparison.Ordinal)))
            return;
        var layer = Read(folder);
        foreach (var below in layer.Extends)
        {
            var place = layer.Documents["jurisdiction"]["extends"]!.Place;
            if (path.Contains(below, StringComparer.Ordinal) || string.Equals(below, folder, StringComparison.Ordinal))
                faults.Add(LayerFaults.Circle(place, string.Join(" → ", path.Append(folder).Append(below))));
            else if (!library.Folders.Contains(below, StringComparer.Ordinal))
                faults.Add(LayerFaults.UnknownBase(place, below, library.Folders.Where(known => known[0] == '_')));
            else
                Visit(below, [.. path, folder], ordered);
        }

        ordered.Add(layer);
    }

    private Layer Read(string folder)
    {
        if (_read.TryGetValue(folder, out var known))
            return known;
        var documents = new Dictionary<string, Node>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in library.Of(folder).Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal)))
        {
            if (library.Read(file, faults) is not { } document)
                continue;
            broken.UnionWith(document.BrokenIds);
            if (!documents.TryAdd(document.Kind, document.Root))
                faults.Add(LayerFaults.TwoFilesOfOneKind(document.Root.Place, document.Kind, documents[document.Kind].Place.File));
        }

        return _read[folder] = new(folder, documents, broken);
    }
}
