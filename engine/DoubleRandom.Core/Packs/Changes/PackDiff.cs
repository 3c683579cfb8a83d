using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Binding;

namespace DoubleRandom.Core.Packs.Changes;

/// <summary>What a new version of a pack does to rules and workflows: which appear, change and vanish, and in those that change the rows, rules and steps.</summary>
/// <param name="Changes">Rule sets first, then workflows, each kind by id. Tests do not count: they are no part of what is decided or done.</param>
public sealed record PackDiff(IReadOnlyList<PackChange> Changes)
{
    private static readonly string[] Kinds = ["rules", "workflow"];

    /// <summary>Whether both versions decide and proceed alike.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>Compares two versions of one jurisdiction, as merged from all their layers; null stands for a pack that is not there.</summary>
    public static PackDiff Of(Pack? old, Pack? @new) => new([.. Kinds.SelectMany(kind => Of(kind, Documents(old, kind), Documents(@new, kind)))]);

    private static IEnumerable<PackChange> Of(string kind, Dictionary<string, Node> old, Dictionary<string, Node> @new) =>
        old.Keys.Union(@new.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Of(kind, id, old.GetValueOrDefault(id), @new.GetValueOrDefault(id))).OfType<PackChange>();

    private static PackChange? Of(string kind, string id, Node? old, Node? @new)
    {
        var (before, after) = (old is null ? null : NodeDigest.Of(old), @new is null ? null : NodeDigest.Of(@new));
        if (string.Equals(before, after, StringComparison.Ordinal))
            return null;
        var fate = old is null ? Fate.Added : @new is null ? Fate.Vanished : Fate.Changed;
        return new(fate, kind, id, Name(id, (@new ?? old)!), before, after, fate == Fate.Changed ? [.. PartChanges.Of(kind, old!, @new!)] : []);
    }

    private static Dictionary<string, Node> Documents(Pack? pack, string kind) => (pack?.Effective ?? new Dictionary<string, Node>(StringComparer.Ordinal))
        .Where(document => document.Key.StartsWith($"{kind}:", StringComparison.Ordinal))
        .ToDictionary(document => document.Key[(kind.Length + 1)..], document => document.Value, StringComparer.Ordinal);

    /// <summary>A file that only adds facts has no name.</summary>
    private static Bilingual Name(string id, Node document) => document["name"] is { } name ? new(name["zh"]?.Text ?? id, name["en"]?.Text ?? id) : new(id, id);
}
