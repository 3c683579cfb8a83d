namespace DoubleRandom.Core.Inspections;

/// <summary>What was found on one item.</summary>
/// <param name="Item">The item, as the department's list names it.</param>
/// <param name="Category">Id of its result.</param>
/// <param name="Found">What was found, in words; needed where the result is a problem.</param>
public sealed record ItemFinding(string? Item, string? Category, string? Found);

/// <summary>How the target confirmed the record (签字、盖章).</summary>
/// <param name="Kind"><c>signed</c>, <c>sealed</c>, <c>refused</c> (the target would not sign) or <c>nobody</c> (nobody was there to sign).</param>
/// <param name="File">SHA-256 of the image or file that shows signature or seal, lower-case hexadecimal.</param>
/// <param name="Reason">Why nobody signed, as the inspectors write it down.</param>
public sealed record RecordSignature(string? Kind, string? File, string? Reason)
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["signed", "sealed", "refused", "nobody"];

    /// <summary>Whether the target signed or sealed.</summary>
    public bool IsGiven => Kind is "signed" or "sealed";
}

/// <summary>One department's on-site record (现场检查记录) as it is sent; <see cref="RecordCheck"/> says what is missing or wrong in it.</summary>
/// <param name="VisitedAt">When it was inspected.</param>
/// <param name="Place">Where.</param>
/// <param name="Method"><c>on-site</c>, <c>written</c> or <c>network</c>.</param>
/// <param name="Inspectors">Ids of the inspectors who took part, of the department's team.</param>
/// <param name="CredentialsShown">Whether credentials were shown.</param>
/// <param name="Items">A finding for each item of the department.</param>
/// <param name="Signature">How the target confirmed it; null where nobody has to (not on site).</param>
/// <param name="Photographs">SHA-256 of photographs and other proof, lower-case hexadecimal; the files may come later.</param>
/// <param name="Handling">What the department ordered or proposes.</param>
public sealed record DepartmentRecord(
    DateTimeOffset? VisitedAt, string? Place, string? Method, IReadOnlyList<string>? Inspectors, bool? CredentialsShown, IReadOnlyList<ItemFinding>? Items,
    RecordSignature? Signature, IReadOnlyList<string>? Photographs, string? Handling)
{
    /// <summary>On site.</summary>
    public const string OnSite = "on-site";

    /// <summary>The leading result of its items.</summary>
    public ResultCategory Category => ResultCategory.Gravest((Items ?? []).Select(item => item.Category ?? ""));

    /// <summary>The files that it names, each once.</summary>
    public IReadOnlyList<string> Files =>
        [.. (Photographs ?? []).Concat(Signature?.File is { } file ? [file] : Array.Empty<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
