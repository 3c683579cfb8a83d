using CsvHelper;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>CSV for spreadsheets: with a byte order mark, without which Excel garbles Chinese, and with cells that cannot become formulas.</summary>
internal sealed class CsvSheetWriter(Stream output) : ISheetWriter
{
    private readonly CsvWriter _csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
    private int _rows;

    public ValueTask WriteAsync(IReadOnlyList<string> cells, CancellationToken cancel)
    {
        for (var i = 0; i < cells.Count; i++)
            _csv.WriteField(FormulaGuard.Guarded(cells[i]));
        _csv.EndRecord();
        return ++_rows % 500 == 0 ? new(_csv.FlushAsync(cancel).AsTask()) : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.FlushAsync(CancellationToken.None);
        await _csv.DisposeAsync();
    }
}
