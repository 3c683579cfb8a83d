using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Store.Directories;

namespace DoubleRandom.Web.Api.Directories;

/// <summary>A directory of a jurisdiction.</summary>
/// <param name="Id">targets, inspectors or items.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rows">How many rows hold now.</param>
/// <param name="Columns">What a file can have, in the order of exports.</param>
/// <param name="Imports">The newest imports that changed something.</param>
public sealed record DirectoryView(string Id, Bilingual Name, long Rows, IReadOnlyList<ColumnView> Columns, IReadOnlyList<DirectoryImportRow> Imports);

/// <summary>A column of a directory.</summary>
/// <param name="Id">Its English heading.</param>
/// <param name="Name">Both headings.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Required">Whether a file must have it.</param>
/// <param name="Personal">Whether it tells who a person is.</param>
/// <param name="Words">The words of a choice.</param>
public sealed record ColumnView(string Id, Bilingual Name, string Kind, bool Required, bool Personal, IReadOnlyList<string> Words);

/// <summary>A row on a list; nothing that tells who a person is.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; of a person their pseudonym.</param>
/// <param name="Area">Division code.</param>
/// <param name="Industry">Industry code.</param>
/// <param name="Class">Credit-risk class, or kind.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Groups">Sub-directories or tags.</param>
/// <param name="ValidFrom">Since when it is so.</param>
public sealed record RowLine(string Code, string Name, string? Area, string? Industry, string? Class, string? Unit, IReadOnlyList<string> Groups, DateOnly ValidFrom)
{
    internal static RowLine Of(DirectoryRow row) => new(row.Code, row.Name, row.Area, row.Industry, row.Class, row.Unit, row.Groups, row.ValidFrom);
}

/// <summary>A page of rows.</summary>
/// <param name="Rows">By code.</param>
/// <param name="Next">What <c>after</c> must say for the next page; null on the last.</param>
public sealed record RowPage(IReadOnlyList<RowLine> Rows, string? Next);

/// <summary>A row with its history.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPresent">Whether the directory has it now.</param>
/// <param name="Versions">Every version, newest first, also those under the number before its code.</param>
/// <param name="CreditRiskClasses">The credit-risk classes of a target, oldest first.</param>
public sealed record RowDetail(string Code, string Name, bool IsPresent, IReadOnlyList<RowVersion> Versions, IReadOnlyList<ClassView> CreditRiskClasses);

/// <summary>A version of a row.</summary>
/// <param name="Code">The code it had then.</param>
/// <param name="ValidFrom">The first day on which it held.</param>
/// <param name="ValidTo">The first day on which it no longer did; null while it does. Equal to the first for one that was replaced on the day it came.</param>
/// <param name="OpenedBy">Number of the import that brought it.</param>
/// <param name="ClosedBy">Number of the import that closed it.</param>
/// <param name="Values">Its values by column.</param>
public sealed record RowVersion(string Code, DateOnly ValidFrom, DateOnly? ValidTo, long OpenedBy, long? ClosedBy, JsonElement Values)
{
    internal static RowVersion Of(DirectoryRow row) => new(row.Code, row.ValidFrom, row.ValidTo, row.OpenedBy, row.ClosedBy, JsonElement.Parse(row.Content));
}

/// <summary>A credit-risk class.</summary>
/// <param name="From">Since when.</param>
/// <param name="Class">A to D.</param>
public sealed record ClassView(DateOnly From, string Class);
