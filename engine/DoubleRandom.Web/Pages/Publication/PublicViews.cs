using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Web.Pages.Publication;

/// <summary>The public side of a jurisdiction that a page stands in.</summary>
/// <param name="Folder">The pack's folder; empty on the page of all jurisdictions.</param>
/// <param name="Name">Its name.</param>
/// <param name="Here">The kind, or <c>punctuality</c>, that is shown; empty for the overview.</param>
public sealed record PublicPlace(string Folder, Bilingual Name, string Here);

/// <summary>The jurisdictions that publish here.</summary>
public sealed record PublicChoiceView(IReadOnlyList<(string Folder, Bilingual Name)> Jurisdictions);

/// <summary>What a jurisdiction has published, at a glance.</summary>
/// <param name="Pack">The pack, for the names of units.</param>
/// <param name="Counts">Records by kind, counted up to 10,000.</param>
/// <param name="Newest">The records that changed last and are shown.</param>
/// <param name="PublicKey">The key that signs the heads.</param>
/// <param name="Head">The newest head; null before the first.</param>
public sealed record PublicHomeView(Pack Pack, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<PublicRecordRow> Newest, string PublicKey, LedgerHeadRow? Head);

/// <summary>A page of the records of a kind.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Kind">Word of the kind.</param>
/// <param name="Text">What was searched for; null for nothing.</param>
/// <param name="IsLater">Whether this is not the first page.</param>
/// <param name="Rows">The records.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
/// <param name="IsTooShort">Whether too little was searched for.</param>
public sealed record PublicListView(Pack Pack, string Kind, string? Text, bool IsLater, IReadOnlyList<PublicRecordRow> Rows, string? Next, bool IsTooShort);

/// <summary>A record with its history.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Record">How it stands.</param>
/// <param name="Versions">The statements about it, newest first; none when it is withheld.</param>
/// <param name="Shown">The version that is shown; null when there is none to show.</param>
/// <param name="Address">The whole address of the record.</param>
public sealed record PublicRecordView(Pack Pack, PublicRecordRow Record, IReadOnlyList<PublicVersionRow> Versions, PublicVersionRow? Shown, string Address)
{
    /// <summary>Whether the version that stands is shown.</summary>
    public bool IsLatest => Shown is null || Shown.Version == Record.Version;
}

/// <summary>When publications were due and when they were made.</summary>
public sealed record PunctualityView(Pack Pack, IReadOnlyList<PunctualityLine> Lines);
