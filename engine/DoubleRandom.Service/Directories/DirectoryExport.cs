using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories.Spreadsheets;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Service.Directories;

/// <summary>Writes a directory as it held on a day, so that importing the file again changes nothing.</summary>
public sealed class DirectoryExport(NpgsqlDataSource source)
{
    /// <summary>The forms in which it is written.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx"];

    /// <summary>Writes it row by row; its size costs no memory.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="directory">The directory's id.</param>
    /// <param name="on">The day.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    /// <param name="english">English headings; Chinese otherwise. Either can be imported.</param>
    /// <param name="output">Takes the file; left open.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="ArgumentException">There is no such directory.</exception>
    /// <exception cref="TableFileException">There are more rows than a workbook holds.</exception>
    public async Task<int> WriteAsync(Pack pack, string directory, DateOnly on, string format, bool english, Stream output, CancellationToken cancel)
    {
        var sheet = DirectorySheets.Of(pack, directory) ?? throw new ArgumentException($"There is no directory '{directory}'.", nameof(directory));
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using ISheetWriter writer = format is "xlsx" ? new XlsxSheetWriter(output) : new CsvSheetWriter(output);
        await writer.WriteAsync([.. sheet.Columns.Select(column => english ? column.Id : column.Zh)], cancel);
        var (rows, cells) = (0, new string[sheet.Columns.Count]);
        await foreach (var row in DirectoryQueries.AsOfAsync(connection, new(pack.Jurisdiction.Folder, sheet.Id), on).WithCancellation(cancel))
        {
            using var content = JsonDocument.Parse(row.Content);
            for (var i = 0; i < cells.Length; i++)
                cells[i] = RowContent.Cell(content.RootElement, sheet.Columns[i]);
            await writer.WriteAsync(cells, cancel);
            rows++;
        }

        return rows;
    }
}
