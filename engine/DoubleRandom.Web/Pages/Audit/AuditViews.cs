using DoubleRandom.Core;
using DoubleRandom.Store.Audit;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Audit;

/// <summary>The newest links of one audit chain.</summary>
/// <param name="Folder">The jurisdiction's folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Entries">The links, newest first.</param>
/// <param name="Broken">The first link that does not fit; null when the chain holds.</param>
public sealed record AuditView(string Folder, Bilingual Name, string Zone, IReadOnlyList<AuditEntry> Entries, long? Broken);

/// <summary>The jurisdictions whose chains can be seen.</summary>
public sealed record AuditListView(IReadOnlyList<Option> Jurisdictions);
