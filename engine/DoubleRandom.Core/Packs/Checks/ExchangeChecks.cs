using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication.Exchanges;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>What a profile names has to be there: members of results, tables of codes, columns to match by, fields of the form that it fills.</summary>
internal static class ExchangeChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack) => pack.Exchanges.Values.SelectMany(profile => (IEnumerable<Diagnostic>)[.. profile.Columns.SelectMany(column => Of(profile, column)), .. Headers(profile), .. Receipt(profile), .. Closing(pack, profile)]);

    private static IEnumerable<Diagnostic> Of(ExchangeProfile profile, ExchangeColumn column)
    {
        if (column.From is null == column.Value is null)
            yield return ExchangeFaults.OneSource(column.Place, column.Id);
        if (column.From is { } from && !ResultFields.Known.Contains(from, StringComparer.Ordinal))
            yield return ReferenceFaults.Unknown(column.Place, "result-field", from, ResultFields.Known);
        if (column.Codes is { } codes && !profile.Codes.ContainsKey(codes))
            yield return ReferenceFaults.Unknown(column.Place, "codes", codes, profile.Codes.Keys);
    }

    private static IEnumerable<Diagnostic> Headers(ExchangeProfile profile)
    {
        if (profile.Columns.Count == 0)
            yield return ExchangeFaults.NoColumns(profile.Place, profile.Id);
        foreach (var twice in profile.Columns.GroupBy(column => column.Header, StringComparer.Ordinal).Where(group => group.Key.Length > 0).SelectMany(group => group.Skip(1)))
            yield return ExchangeFaults.HeaderTwice(twice.Place, twice.Header);
    }

    private static IEnumerable<Diagnostic> Receipt(ExchangeProfile profile)
    {
        foreach (var unknown in (profile.Receipt?.Match ?? []).Where(id => !profile.Columns.Any(column => string.Equals(column.Id, id, StringComparison.Ordinal))))
            yield return ReferenceFaults.Unknown(profile.Place, "column", unknown, profile.Columns.Select(column => column.Id));
        if (profile is { Closes: not null, Receipt: null })
            yield return ExchangeFaults.ClosesNothing(profile.Place, profile.Id);
    }

    /// <summary>A base pack may name a step that only some of its jurisdictions have; where it is there, the fields must be too.</summary>
    private static IEnumerable<Diagnostic> Closing(Pack pack, ExchangeProfile profile)
    {
        if (profile.Closes is not { } closes || closes.Step.Split('/') is not [var workflow, var name] || pack.Workflows.GetValueOrDefault(workflow)?.Step(name) is not { } step)
            yield break;
        var fields = (step.Form is { } form ? pack.Forms.GetValueOrDefault(form)?.Fields : null) ?? [];
        foreach (var unknown in closes.Content.Keys.Where(key => !fields.Any(field => string.Equals(field.Id, key, StringComparison.Ordinal))))
            yield return ReferenceFaults.Unknown(profile.Place, "field", unknown, fields.Select(field => field.Id));
    }
}
