using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories;
using DoubleRandom.Store.Directories;

namespace DoubleRandom.Web.Pages.Directories;

/// <summary>The directories of all jurisdictions.</summary>
/// <param name="Groups">One for each jurisdiction.</param>
public sealed record DirectoryListView(IReadOnlyList<DirectoryGroup> Groups);

/// <summary>The directories of a jurisdiction.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Lines">One for each directory.</param>
public sealed record DirectoryGroup(string Folder, Bilingual Name, string Zone, IReadOnlyList<DirectoryLine> Lines);

/// <summary>A directory on the list.</summary>
/// <param name="Sheet">Which.</param>
/// <param name="Rows">How many rows hold.</param>
/// <param name="Last">The newest import; null when there was none.</param>
public sealed record DirectoryLine(DirectorySheet Sheet, long Rows, DirectoryImportRow? Last);

/// <summary>What a reader looks for in a directory; null leaves a filter out.</summary>
/// <param name="Text">A name's part, or a code's beginning.</param>
/// <param name="Area">Beginning of the division code.</param>
/// <param name="Industry">Beginning of the industry code.</param>
/// <param name="Class">Credit-risk class, or kind.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="After">The last code of the page before.</param>
public sealed record DirectorySearch(string? Text, string? Area, string? Industry, string? Class, string? Unit, string? After)
{
    /// <summary>Whether the text is a code's beginning rather than a part of a name: codes begin with a digit, pseudonyms have no Chinese.</summary>
    public bool IsCode(DirectorySheet sheet) => Text is { Length: > 0 } text && text.All(char.IsAscii) && (sheet.Id is not TargetSheet.Id || char.IsAsciiDigit(text[0]));
}

/// <summary>A page of one directory.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Sheet">The directory.</param>
/// <param name="Search">What was looked for.</param>
/// <param name="Rows">What was found.</param>
/// <param name="Next">The code after which the next page begins; null on the last.</param>
/// <param name="IsTooShort">Whether too little of a name was written.</param>
public sealed record DirectoryPageView(Pack Pack, DirectorySheet Sheet, DirectorySearch Search, IReadOnlyList<DirectoryRow> Rows, string? Next, bool IsTooShort)
{
    /// <summary>The column that finds rows so; null when the directory has none.</summary>
    public DirectoryColumn? By(SearchField field) => Sheet.Columns.FirstOrDefault(column => column.Finds == field);
}

/// <summary>One row of a directory with its history.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Sheet">The directory.</param>
/// <param name="Versions">Every version, newest first.</param>
/// <param name="Classes">The credit-risk classes of a target, oldest first.</param>
public sealed record RowPageView(Pack Pack, DirectorySheet Sheet, IReadOnlyList<DirectoryRow> Versions, IReadOnlyList<(DateOnly From, string Class)> Classes)
{
    /// <summary>The newest version.</summary>
    public DirectoryRow Newest => Versions[0];

    /// <summary>The values that the newest version knows, in the order of the columns.</summary>
    public IReadOnlyList<(DirectoryColumn Column, string Value)> Values()
    {
        var content = JsonElement.Parse(Newest.Content);
        return [.. Sheet.Columns.Select(column => (column, RowContent.Cell(content, column))).Where(pair => pair.Item2.Length > 0)];
    }

    /// <summary>What differs between a version and the one before it; for the first, and for one after a gap, nothing: it is new as a whole.</summary>
    public IReadOnlyList<ValueChange> ChangesOf(int place) => IsEntry(place) ? [] : ValueChange.Between(Sheet, Versions[place + 1].Content, Versions[place].Content);

    /// <summary>Whether the row came, or came back, with a version.</summary>
    public bool IsEntry(int place) => place == Versions.Count - 1 || Versions[place + 1].ClosedBy != Versions[place].OpenedBy;
}
