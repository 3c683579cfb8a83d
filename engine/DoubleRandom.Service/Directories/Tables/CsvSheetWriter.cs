using System.Text;
using CsvHelper;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>CSV for spreadsheets: in UTF-8 with a byte order mark, without which Excel garbles Chinese, or in an encoding that needs none; and with cells that cannot become formulas.</summary>
internal sealed class CsvSheetWriter : ISheetWriter
{
    private readonly Stream _output;
    private readonly CsvWriter _csv;
    private int _rows;

    public CsvSheetWriter(Stream output, Encoding? encoding = null)
    {
        _output = encoding is null ? output : Encoding.CreateTranscodingStream(output, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        _csv = CsvWriter.Create(_output, new CsvWriterOptions { WriteByteOrderMark = encoding is null }, leaveOpen: encoding is null);
    }

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
