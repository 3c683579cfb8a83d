using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Api.Exchanges;

/// <summary>A profile of files for a platform.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Format"><c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Encoding"><c>utf-8</c> or <c>gb18030</c>; of CSV alone.</param>
/// <param name="Columns">The headings, in the order of the file.</param>
/// <param name="Local">Why it is as it is; null when a document says so.</param>
/// <param name="TakesReceipts">Whether the platform's answer can be brought back.</param>
/// <param name="Closes">The step that a complete receipt finishes, as workflow/step; null for none.</param>
public sealed record ProfileView(string Id, Bilingual Name, string Format, string Encoding, IReadOnlyList<string> Columns, Bilingual? Local, bool TakesReceipts, string? Closes)
{
    internal static ProfileView Of(ExchangeProfile profile) => new(
        profile.Id, profile.Name, profile.Format, profile.Encoding, [.. profile.Columns.Select(column => column.Header)], profile.Basis.Local, profile.Receipt is not null, profile.Closes?.Step);
}
