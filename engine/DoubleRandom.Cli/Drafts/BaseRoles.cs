using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Cli.Drafts;

/// <summary>The roles that base packs leave to the jurisdiction above them: some unit must hold each, or a duty is owed by nobody and an escalation ends nowhere.</summary>
/// <param name="Bases">The base packs' folders, as they were named.</param>
/// <param name="Above">Roles to which escalations lead.</param>
/// <param name="Others">All other roles.</param>
internal sealed record BaseRoles(IReadOnlyList<string> Bases, IReadOnlyList<string> Above, IReadOnlyList<string> Others)
{
    private const string File = "jurisdiction.json";
    private const string Role = "role:";

    /// <summary>Reads them from the bases and everything beneath these.</summary>
    public static BaseRoles Of(PackLibrary library, IReadOnlyList<string> bases)
    {
        Node[] files = [.. Beneath(library, bases).Select(folder => Read(library, folder)).OfType<Node>()];
        string[] above = [.. Items(files, "ladders").SelectMany(ladder => Items([ladder], "rungs")).SelectMany(rung => Items([rung], "audience"))
            .Select(audience => audience.Text).Where(text => text.StartsWith(Role, StringComparison.Ordinal)).Select(text => text[Role.Length..]).Distinct(StringComparer.Ordinal)];
        return new(bases, above, [.. Items(files, "roles").Select(role => role["id"]?.Text).OfType<string>().Except(above, StringComparer.Ordinal)]);
    }

    private static List<string> Beneath(PackLibrary library, IEnumerable<string> folders)
    {
        var all = new List<string>();
        foreach (var folder in folders)
            if (!all.Contains(folder, StringComparer.Ordinal))
                all.AddRange(Beneath(library, Items(Read(library, folder) is { } file ? [file] : [], "extends").Select(item => item.Text)).Append(folder).Except(all, StringComparer.Ordinal));
        return all;
    }

    private static Node? Read(PackLibrary library, string folder) =>
        library.Of(folder).Where(file => file.Path.EndsWith($"/{File}", StringComparison.Ordinal)).Select(file => NodeReader.Read(file, [])).FirstOrDefault();

    private static IEnumerable<Node> Items(IEnumerable<Node> nodes, string member) => nodes.SelectMany(node => node[member]?.Items ?? []);
}
