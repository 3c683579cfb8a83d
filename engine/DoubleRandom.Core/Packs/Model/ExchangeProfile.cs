namespace DoubleRandom.Core.Packs.Model;

/// <summary>How the file of one platform looks, to which results go and from which receipts come (交换方案).</summary>
public sealed record ExchangeProfile
{
    /// <summary>Id within the pack.</summary>
    public required string Id { get; init; }

    /// <summary>What staff call it.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>The article, or why it is local.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Whether every inspection item has a row of its own; otherwise every result has one.</summary>
    public bool IsByItem { get; init; }

    /// <summary><c>csv</c> or <c>xlsx</c>.</summary>
    public required string Format { get; init; }

    /// <summary><c>utf-8</c> or <c>gb18030</c>; of CSV alone.</summary>
    public required string Encoding { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<ExchangeColumn> Columns { get; init; }

    /// <summary>Tables of codes by id.</summary>
    public required IReadOnlyDictionary<string, ExchangeCodes> Codes { get; init; }

    /// <summary>How the platform's answer is read; null when it gives none.</summary>
    public ExchangeReceipt? Receipt { get; init; }

    /// <summary>What is done once all results of a task were taken over; null for nothing.</summary>
    public ExchangeClosing? Closes { get; init; }

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }
}

/// <summary>A column of the file.</summary>
/// <param name="Id">Id within the profile.</param>
/// <param name="Header">The heading.</param>
/// <param name="From">What of the result; null when the value is fixed.</param>
/// <param name="Value">The same in every row; null when it comes from the result.</param>
/// <param name="Codes">Id of the table of codes; null when it stands as it is.</param>
/// <param name="Basis">The article, or why it is local.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record ExchangeColumn(string Id, string Header, string? From, string? Value, string? Codes, Basis Basis, Place Place);

/// <summary>The platform's codes for the words of results.</summary>
/// <param name="Id">Id within the profile.</param>
/// <param name="Words">Code by word.</param>
/// <param name="Other">The code of every other word; null when there is none for it.</param>
/// <param name="Basis">The article, or why it is local.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record ExchangeCodes(string Id, IReadOnlyDictionary<string, string> Words, string? Other, Basis Basis, Place Place);

/// <summary>How the platform's answer is read.</summary>
/// <param name="Match">Ids of the columns by which a row is found again.</param>
/// <param name="State">Heading of the column that says whether it was taken over.</param>
/// <param name="Taken">The words there that say yes.</param>
/// <param name="Number">Heading of the platform's number; null when it gives none.</param>
public sealed record ExchangeReceipt(IReadOnlyList<string> Match, string State, IReadOnlyList<string> Taken, string? Number);

/// <summary>The step that is done by a receipt.</summary>
/// <param name="Step">Workflow and step, <c>joint-inspection/platform-entry</c>; a pack need not have it.</param>
/// <param name="Content">For fields of its form: <c>number</c>, <c>on</c> or <c>count</c> of the receipt.</param>
public sealed record ExchangeClosing(string Step, IReadOnlyDictionary<string, string> Content);
