using System.Text.Json;
using System.Text.Json.Serialization;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Service.Directories;

/// <summary>What a file did to a directory, would do, or why it did nothing.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Directory">The directory's id.</param>
/// <param name="IsPreview">Whether it was only asked; nothing was changed then.</param>
/// <param name="Encoding">UTF-8, GB18030 or XLSX; null when the file is none of them.</param>
/// <param name="Lines">Lines with content.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that are different: the old version is closed, a new one opened.</param>
/// <param name="Same">Rows that stay as they are.</param>
/// <param name="Closed">Rows that the file does not have and that were closed, because that was asked.</param>
/// <param name="Missing">Rows that the file does not have and that stay, because closing was not asked.</param>
/// <param name="Day">The day from which it holds; null when nothing changed.</param>
/// <param name="Import">Number of the import; null when nothing changed.</param>
/// <param name="Samples">In a preview, the first rows of each kind.</param>
/// <param name="Faults">What is wrong with the file, by line; with any of them nothing was changed.</param>
public sealed record UpdateReport(
    string Jurisdiction, string Directory, bool IsPreview, string? Encoding, int Lines, int Added, int Changed, int Same, int Closed, int Missing, DateOnly? Day, long? Import,
    IReadOnlyList<UpdateSample> Samples, [property: JsonIgnore] IReadOnlyList<DirectoryFault> Faults)
{
    /// <summary>The fault of an import that met another one at work.</summary>
    public const string Busy = "directory-busy";

    /// <summary>Nothing was done.</summary>
    public static UpdateReport Refused(string jurisdiction, UpdateOrder order, string? encoding, int lines, IReadOnlyList<DirectoryFault> faults) =>
        new(jurisdiction, order.Directory, order.IsPreview, encoding, lines, 0, 0, 0, 0, 0, null, null, [], faults);
}

/// <summary>A row that a file would add, change or close.</summary>
/// <param name="Kind"><c>added</c>, <c>changed</c>, <c>missing</c>.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; of a person their pseudonym.</param>
/// <param name="Values">The values that differ: before and after, empty for what is not there. Of columns that tell who a person is, only that they differ.</param>
public sealed record UpdateSample(string Kind, string Code, string Name, IReadOnlyList<ValueChange> Values);

/// <summary>A value before and after.</summary>
/// <param name="Column">The column's id.</param>
/// <param name="Before">What stands there now.</param>
/// <param name="After">What would stand there.</param>
public sealed record ValueChange(string Column, string Before, string After)
{
    private const string Hidden = "***";

    /// <summary>What differs between two versions of a row; null stands for none.</summary>
    public static IReadOnlyList<ValueChange> Between(DirectorySheet sheet, string? before, string? after)
    {
        using var old = JsonDocument.Parse(before ?? "{}");
        using var @new = JsonDocument.Parse(after ?? "{}");
        return [.. sheet.Columns
            .Select(column => (column, Before: RowContent.Cell(old.RootElement, column), After: RowContent.Cell(@new.RootElement, column)))
            .Where(pair => !string.Equals(pair.Before, pair.After, StringComparison.Ordinal))
            .Select(pair => pair.column.IsPersonal ? new ValueChange(pair.column.Id, Masked(pair.Before), Masked(pair.After)) : new(pair.column.Id, pair.Before, pair.After))];
    }

    private static string Masked(string value) => value.Length == 0 ? "" : Hidden;
}
