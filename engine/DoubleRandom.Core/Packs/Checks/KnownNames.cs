using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The names that a pack defines, by kind.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, HashSet<string>> _byKind;
    private readonly IReadOnlySet<string> _broken;

    public KnownNames(Pack pack, IReadOnlySet<string> broken)
    {
        _broken = broken;
        _byKind = new(StringComparer.Ordinal)
        {
            ["document"] = Set(pack.Documents.Keys),
            ["role"] = Set(pack.Roles.Keys),
            ["unit"] = Set(pack.Units.Select(unit => unit.Id)),
            ["convener"] = Set(pack.Conveners.Select(convener => convener.Id)),
            ["ladder"] = Set(pack.Ladders.Keys),
            ["value"] = Set(pack.Values.Keys),
            ["form"] = Set(pack.Forms.Keys),
            ["draw"] = Set(pack.Draws.Keys),
            ["exchange"] = Set(pack.Exchanges.Keys),
            ["directory"] = Set(DirectorySheets.Ids),
            ["event"] = Set(pack.Events.Keys),
            ["obligation"] = Set(pack.Obligations.Select(obligation => obligation.Id)),
            ["template"] = Set(pack.Templates.Select(template => template.Name)),
            ["rules"] = Set(pack.RuleSets.Keys),
            ["workflow"] = Set(pack.Workflows.Keys),
            ["step"] = Set(pack.Workflows.Values.SelectMany(workflow => workflow.Steps.Select(step => $"{workflow.Id}/{step.Id}"))),
            ["action"] = Set(pack.Workflows.Values.SelectMany(workflow => workflow.Actions.Select(action => $"{workflow.Id}/{action.Id}"))),
            ["office"] = Set(["office"]),
        };
    }

    /// <summary>The kinds that a coverage row can name.</summary>
    public IEnumerable<string> Kinds => _byKind.Keys.Where(kind => kind is not "template");

    public IEnumerable<string> Of(string kind) => _byKind[kind];

    /// <summary>Whether a name of that kind exists, or would if its entry were sound.</summary>
    public bool Has(string kind, string id) => _byKind[kind].Contains(id) || _broken.Contains(id) || _broken.Contains(id.Split('/')[0]);

    /// <summary>A fault when the name does not exist.</summary>
    public IEnumerable<Diagnostic> Check(Place place, string kind, string? id)
    {
        if (id is not null && !Has(kind, id))
            yield return ReferenceFaults.Unknown(place, kind, id, Of(kind));
    }

    private static HashSet<string> Set(IEnumerable<string> names) => names.ToHashSet(StringComparer.Ordinal);
}
