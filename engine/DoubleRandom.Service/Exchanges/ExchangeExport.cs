using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication.Exchanges;
using DoubleRandom.Service.Directories.Spreadsheets;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Service.Directory;
using DoubleRandom.Store.Exchanges;
using Npgsql;

namespace DoubleRandom.Service.Exchanges;

/// <summary>Writes published results into the file that a platform takes.</summary>
public sealed class ExchangeExport(NpgsqlDataSource source)
{
    private const int MostFaults = 200;

    /// <summary>Writes them row by row; their number costs no memory.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="profile">How the file looks.</param>
    /// <param name="since">Those published or corrected on this day or later, taken over or not; null for those that the platform does not have yet.</param>
    /// <param name="output">Takes the file; left open. What stands there is of no use when there are faults.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TableFileException">There are more rows than a workbook holds.</exception>
    public async Task<ExportReport> WriteAsync(Pack pack, ExchangeProfile profile, DateOnly? since, Stream output, CancellationToken cancel)
    {
        var (sheet, faults, results, rows) = (new ExchangeSheet(pack, profile), new List<Refusal>(), 0, 0);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using (ISheetWriter writer = profile.Format is "xlsx" ? new XlsxSheetWriter(output) : new CsvSheetWriter(output, profile.Encoding is "gb18030" ? DirectoryText.Gb18030 : null))
        {
            await writer.WriteAsync(sheet.Heading, cancel);
            await foreach (var result in ExchangeTable.ResultsAsync(connection, pack.Jurisdiction.Folder, profile.Id, since, isOpenOnly: since is null).WithCancellation(cancel))
            {
                results++;
                foreach (var row in sheet.Rows(ShownResult.Of(result.Key, result.Version, result.Day, result.Content), faults))
                {
                    rows++;
                    await writer.WriteAsync(row, cancel);
                }

                if (faults.Count >= MostFaults)
                    break;
            }
        }

        return new(results, rows, faults);
    }
}

/// <summary>What was written.</summary>
/// <param name="Results">How many results.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Faults">Words without a code; the file must not be handed out when there are any.</param>
public sealed record ExportReport(int Results, int Rows, IReadOnlyList<Refusal> Faults);
