namespace DoubleRandom.Core.Inspections;

/// <summary>Holds a department's record against what has to stand in it, and tells every fault at once.</summary>
public static class RecordCheck
{
    private const int LongestPlace = 200;
    private const int LongestText = 20_000;
    private const int MostFiles = 30;
    private const int MostItems = 200;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Every fault of a record; none when it can be kept.</summary>
    public static IReadOnlyList<Refusal> Of(DepartmentRecord record, RecordTerms terms) =>
    [
        .. When(record, terms), .. Where(record), .. How(record, terms), .. Who(record, terms), .. What(record, terms), .. Confirmed(record),
        .. Named(record), .. Text("handling", record.Handling, LongestText),
    ];

    private static IEnumerable<Refusal> When(DepartmentRecord record, RecordTerms terms)
    {
        if (record.VisitedAt is not { } at)
            yield return RecordRefusals.Missing("visitedAt", new("检查时间", "the time of the inspection"));
        else if (at > terms.Now + ClocksDiffer)
            yield return RecordRefusals.Ahead(at);
    }

    private static IEnumerable<Refusal> Where(DepartmentRecord record) =>
        string.IsNullOrWhiteSpace(record.Place) ? [RecordRefusals.Missing("place", new("检查地点", "the place of the inspection"))] : Text("place", record.Place, LongestPlace);

    private static IEnumerable<Refusal> How(DepartmentRecord record, RecordTerms terms)
    {
        if (record.Method is null || !terms.Methods.Contains(record.Method, StringComparer.Ordinal))
            yield return RecordRefusals.Choice("method", record.Method, new("检查方式", "method"), terms.Methods);
        if (record.CredentialsShown is null)
            yield return RecordRefusals.Missing("credentialsShown", new("是否出示执法证件", "whether credentials were shown"));
    }

    private static IEnumerable<Refusal> Who(DepartmentRecord record, RecordTerms terms)
    {
        var present = record.Inspectors ?? [];
        if (terms.Team.Count == 0)
            yield return RecordRefusals.NoTeam(terms.Department.Unit);
        else if (!present.Any(inspector => terms.Team.Contains(inspector, StringComparer.Ordinal)))
            yield return RecordRefusals.Missing("inspectors", new("到场的检查人员", "the inspectors who took part"));
        foreach (var twice in Doubled(present))
            yield return RecordRefusals.Twice("inspectors", twice);
        foreach (var stranger in present.Distinct(StringComparer.Ordinal).Except(terms.Others, StringComparer.Ordinal).Where(inspector => terms.Team.Count > 0 && !terms.Team.Contains(inspector, StringComparer.Ordinal)))
            yield return RecordRefusals.NotOfTeam(stranger, terms.Department.Unit);
    }

    private static IEnumerable<Refusal> What(DepartmentRecord record, RecordTerms terms)
    {
        var (found, duties) = (record.Items ?? [], terms.Department.Items.Select(duty => duty.Item).ToArray());
        if (found.Count is 0 or > MostItems)
            yield return RecordRefusals.Missing("items", new("各事项的检查情况", "a finding for each item"));
        foreach (var twice in Doubled(found.Select(item => item.Item ?? "")))
            yield return RecordRefusals.Twice("items", twice);
        foreach (var duty in duties.Except(found.Select(item => item.Item ?? ""), StringComparer.Ordinal))
            yield return RecordRefusals.ItemMissing(duty);
        foreach (var finding in found)
            foreach (var fault in What(finding, duties, terms))
                yield return fault;
    }

    private static IEnumerable<Refusal> What(ItemFinding finding, string[] duties, RecordTerms terms)
    {
        var item = finding.Item ?? "";
        if (string.IsNullOrWhiteSpace(item) || (duties.Length > 0 && !duties.Contains(item, StringComparer.Ordinal)))
            yield return RecordRefusals.ItemUnknown(item, duties);
        foreach (var fault in Text("items", item, LongestPlace).Concat(Text("items", finding.Found, LongestText)))
            yield return fault;
        var category = terms.Categories.FirstOrDefault(known => string.Equals(known.Id, finding.Category, StringComparison.Ordinal));
        if (category is null)
            yield return RecordRefusals.Choice("items", finding.Category, new($"“{item}”的检查结果", $"result of \"{item}\""), [.. terms.Categories.Select(known => known.Id)]);
        else if (category.IsProblem && string.IsNullOrWhiteSpace(finding.Found))
            yield return RecordRefusals.NothingFound(item, category);
    }

    /// <summary>Whether signature or seal are needed is for the rules to say; here only what is said of them must be whole.</summary>
    private static IEnumerable<Refusal> Confirmed(DepartmentRecord record)
    {
        if (record.Signature is not { } signature)
        {
            if (record.Method is DepartmentRecord.OnSite)
                yield return RecordRefusals.Missing("signature", new("签字、盖章情况", "how the target confirmed the record"));
            yield break;
        }

        if (!RecordSignature.Kinds.Contains(signature.Kind, StringComparer.Ordinal))
            yield return RecordRefusals.Choice("signature", signature.Kind, new("签字、盖章情况", "how the target confirmed the record"), RecordSignature.Kinds);
        else if (signature.IsGiven && signature.File is null)
            yield return RecordRefusals.SignatureFile();
        else if (!signature.IsGiven && string.IsNullOrWhiteSpace(signature.Reason))
            yield return RecordRefusals.SignatureReason();
        foreach (var fault in Text("signature", signature.Reason, LongestText))
            yield return fault;
    }

    private static IEnumerable<Refusal> Named(DepartmentRecord record)
    {
        if (record.Files.Count > MostFiles)
            yield return RecordRefusals.TooManyFiles(record.Files.Count, MostFiles);
        foreach (var wrong in record.Files.Where(file => file.Length != 64 || !file.All(char.IsAsciiHexDigitLower)))
            yield return RecordRefusals.BadHash(wrong);
    }

    private static IEnumerable<string> Doubled(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<Refusal> Text(string field, string? text, int longest)
    {
        if (text is not null && (text.Length > longest || text.Any(letter => char.IsControl(letter) && letter is not '\n' and not '\t')))
            yield return RecordRefusals.BadText(field, longest);
    }
}
