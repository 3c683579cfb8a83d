using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Directory;

/// <summary>The heading of a directory file: which column holds what. Columns may come in any order and in either language.</summary>
internal sealed class DirectoryHeader
{
    private DirectoryHeader(IReadOnlyDictionary<string, int> columns, int count) => (_columns, Count) = (columns, count);

    /// <summary>How many columns each line must have.</summary>
    public int Count { get; }

    /// <summary>The trimmed cell of a column, empty when the file has no such column.</summary>
    public string Cell(string[] cells, string column) => _columns.TryGetValue(column, out int index) ? cells[index].Trim() : "";

    /// <summary>Reads the heading; null when a fault was added.</summary>
    public static DirectoryHeader? Read(string[] cells, int line, List<DirectoryFault> faults)
    {
        int before = faults.Count;
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = cells[i].Trim();
            if (ColumnOf(cell) is not { } column)
                faults.Add(Unknown(line, cell));
            else if (!columns.TryAdd(column, i))
                faults.Add(new("directory-column-twice", line, column, cell, new($"表头中“{cell}”出现两次", $"the heading has “{cell}” twice"), new("删去一列", "remove one of the columns")));
        }

        foreach (string column in Required.Where(column => !columns.ContainsKey(column) && faults.Count == before))
            faults.Add(new("directory-column-missing", line, column, null, new($"表头缺少“{Columns[column]}”列", $"the heading has no column “{column}”"), Heading));
        return faults.Count == before ? new(columns, cells.Length) : null;
    }

    private static string? ColumnOf(string cell) =>
        Columns.FirstOrDefault(pair => pair.Key.Equals(cell, StringComparison.OrdinalIgnoreCase) || pair.Value.Equals(cell, StringComparison.OrdinalIgnoreCase)).Key;

    private static DirectoryFault Unknown(int line, string cell)
    {
        // A whole heading in one cell means another separator; a suggestion of one column would lead astray.
        bool isOtherSeparator = cell.IndexOfAny(['，', '、', ';', '；', '\t']) >= 0;
        string? near = isOtherSeparator ? null : NearestName.Find(cell, Columns.Keys.Concat(Columns.Values));
        Bilingual remedy = near is null ? Heading : new($"是否指“{near}”？", $"did you mean “{near}”?");
        return new("directory-column-unknown", line, null, Utf8Cut.Shorten(cell, 120), new($"表头中的“{Utf8Cut.Shorten(cell, 120)}”不是可识别的列", $"“{Utf8Cut.Shorten(cell, 120)}” in the heading is not a column"), remedy);
    }

    private static readonly string[] Required = ["unit", "name", "function"];

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["unit"] = "单位",
        ["name"] = "姓名",
        ["function"] = "职能",
        ["email"] = "邮箱",
        ["phone"] = "电话",
        ["webhook"] = "webhook",
        ["language"] = "语言",
    };

    private static readonly Bilingual Heading = new(
        "首行应为：单位,姓名,职能,邮箱,电话,webhook,语言（以英文逗号分隔；后四列可省）",
        "the first line should be: unit,name,function,email,phone,webhook,language (separated by commas; the last four may be left out)");

    private readonly IReadOnlyDictionary<string, int> _columns;
}
