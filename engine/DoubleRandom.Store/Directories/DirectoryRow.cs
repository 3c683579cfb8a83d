namespace DoubleRandom.Store.Directories;

/// <summary>A version of a row of a directory.</summary>
/// <param name="Code">The code under which it is kept.</param>
/// <param name="Name">Its name; of a person their pseudonym.</param>
/// <param name="Area">Division code.</param>
/// <param name="Industry">Industry code.</param>
/// <param name="Class">Credit-risk class, or kind.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Groups">Sub-directories or tags.</param>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="ValidTo">The first day on which it no longer holds; null while it does.</param>
/// <param name="OpenedBy">Number of the import that brought it.</param>
/// <param name="ClosedBy">Number of the import that closed it.</param>
/// <param name="Content">All its values as JSON.</param>
public sealed record DirectoryRow(
    string Code, string Name, string? Area, string? Industry, string? Class, string? Unit, string[] Groups, DateOnly ValidFrom, DateOnly? ValidTo, long OpenedBy, long? ClosedBy, string Content)
{
    internal const string Columns = "code, name, area, industry, class, unit, groups, valid_from, valid_to, opened_by, closed_by, content::text as content";
}

/// <summary>An import that changed a directory.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Day">The day from which its versions hold.</param>
/// <param name="ImportedAt">When.</param>
/// <param name="ImportedBy">By whom.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Lines">Rows of the file.</param>
/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows that were different.</param>
/// <param name="Closed">Rows that the file no longer had.</param>
public sealed record DirectoryImportRow(long Id, DateOnly Day, DateTimeOffset ImportedAt, string ImportedBy, string Sha256, int Lines, int Added, int Changed, int Closed);
