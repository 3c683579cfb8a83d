using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Packs;

namespace DoubleRandom.Web.Pages.Packs;

/// <summary>One jurisdiction in the list of packs.</summary>
public sealed record PackLine(JurisdictionRow Row, Pack? Pack, PackVersionRow? Version);

/// <summary>A folder that was refused, with what is wrong.</summary>
public sealed record RefusedPack(string Folder, DateTimeOffset SeenAt, IReadOnlyList<Diagnostic> Faults);

/// <summary>The list of packs.</summary>
public sealed record PackListView(IReadOnlyList<PackLine> Lines, IReadOnlyList<RefusedPack> Refused);

/// <summary>All that the page of one pack shows.</summary>
/// <param name="Pack">The pack that runs.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Refused">Why the folder as it is now was refused; null when it was not.</param>
/// <param name="Next">The next due day of each obligation.</param>
/// <param name="Today">Today in the jurisdiction.</param>
public sealed record PackView(Pack Pack, IReadOnlyList<PackVersionRow> Versions, RefusedPack? Refused, IReadOnlyDictionary<string, NextDue> Next, DateOnly Today)
{
    /// <summary>The name of a unit, or its id.</summary>
    public Bilingual UnitName(string id) => Pack.Unit(id)?.Name ?? new(id, id);

    /// <summary>The name of a role, or its id.</summary>
    public Bilingual RoleName(string id) => Pack.Roles.GetValueOrDefault(id)?.Name ?? new(id, id);
}
