using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication.Exchanges;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Service.Exchanges;

/// <summary>A line of a platform's answer.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="IsTaken">Whether it was taken over.</param>
/// <param name="Number">The platform's number; null when it gave none.</param>
internal sealed record ReceiptLine(int Line, bool IsTaken, string? Number);

/// <summary>Reads a platform's answer by the headings that the profile names; what else stands in it is passed over.</summary>
internal sealed class ReceiptLines
{
    private readonly ExchangeProfile _profile;
    private readonly ExchangeReceipt _receipt;
    private readonly ExchangeSheet _sheet;
    private readonly Dictionary<string, ReceiptLine> _all = new(StringComparer.Ordinal);
    private readonly List<DirectoryFault> _faults = [];
    private string[] _heading = [];

    private ReceiptLines(Pack pack, ExchangeProfile profile) => (_profile, _receipt, _sheet) = (profile, profile.Receipt!, new(pack, profile));

    /// <summary>The lines by the text that finds their rows again.</summary>
    public IReadOnlyDictionary<string, ReceiptLine> All => _all;

    public IReadOnlyList<DirectoryFault> Faults => _faults;

    public static ReceiptLines Read(Pack pack, ExchangeProfile profile, IEnumerable<(int Line, string[]? Cells)> lines)
    {
        var read = new ReceiptLines(pack, profile);
        foreach (var (line, cells) in lines)
            if (read._heading.Length == 0)
                read.Heading(line, cells ?? []);
            else
                read.Line(line, cells);
        if (read._all.Count == 0 && read._faults.Count == 0)
            read._faults.Add(new("exchange-empty", 0, null, null, new("回执没有内容", "there is nothing in the receipt"), new("核对文件", "check the file")));
        return read;
    }

    private void Heading(int line, string[] cells)
    {
        _heading = [.. cells.Select(cell => cell.Trim())];
        foreach (var missing in _receipt.Match.Select(HeaderOf).Append(_receipt.State).Where(header => PlaceOf(header) < 0))
            _faults.Add(new("exchange-column-missing", line, null, missing, new($"回执缺少“{missing}”栏", $"the receipt has no column “{missing}”"), new("用平台退回的原文件；表头有变时改 exchange.json", "use the platform's own file; if its headings changed, change exchange.json")));
    }

    private void Line(int line, string[]? cells)
    {
        if (cells is null)
            _faults.Add(DirectoryFile.BrokenQuotes(line));
        else if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace) && !_faults.Exists(fault => fault.Code is "exchange-column-missing"))
            Take(_sheet.KeyOf(column => Cell(cells, _profile.Columns[column].Header)), new(line, _receipt.Taken.Contains(Cell(cells, _receipt.State), StringComparer.Ordinal), Number(cells)));
    }

    private void Take(string key, ReceiptLine line)
    {
        if (!_all.TryAdd(key, line) && _all[key].IsTaken != line.IsTaken)
            _faults.Add(new("exchange-line-twice", line.Line, null, null, new($"与第 {_all[key].Line} 行是同一条，状态不同", $"this is the row of line {_all[key].Line} in another state"), new("只留最后的状态", "keep the last state alone")));
    }

    private string? Number(string[] cells) => _receipt.Number is { } header && Cell(cells, header) is { Length: > 0 } number ? number : null;

    private string HeaderOf(string column) => _profile.Columns.First(known => string.Equals(known.Id, column, StringComparison.Ordinal)).Header;

    private int PlaceOf(string header) => Array.IndexOf(_heading, header);

    private string Cell(string[] cells, string header) => PlaceOf(header) is var place && place >= 0 && place < cells.Length ? cells[place].Trim() : "";
}
