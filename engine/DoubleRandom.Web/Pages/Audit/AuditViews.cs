using DoubleRandom.Core;
using DoubleRandom.Store.Audit;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Audit;

/// <summary>The newest links of one audit chain.</summary>
/// <param name="Folder">The jurisdiction's folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Entries">The links, newest first.</param>
/// <param name="Check">How far the chain was checked.</param>
public sealed record AuditView(string Folder, Bilingual Name, string Zone, IReadOnlyList<AuditEntry> Entries, AuditCheckView Check);

/// <summary>A check of one audit chain on its way from the first link to the last.</summary>
/// <param name="Folder">The jurisdiction's folder.</param>
/// <param name="Reach">How far it came.</param>
/// <param name="Total">How many links there are.</param>
public sealed record AuditCheckView(string Folder, AuditReach Reach, long Total)
{
    /// <summary>What the next request needs in order to go on from here.</summary>
    public string Onward => FormattableString.Invariant($"after={Reach.Sequence}&hash={Convert.ToHexStringLower(Reach.Hash)}&of={Total}");
}

/// <summary>The jurisdictions whose chains can be seen.</summary>
public sealed record AuditListView(IReadOnlyList<Option> Jurisdictions);
