using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Directory;

/// <summary>The heading of a directory file: which column holds what. Columns may come in any order and in either language.</summary>
internal sealed class DirectoryHeader
{
    private readonly IReadOnlyDictionary<string, int> _columns;

    private DirectoryHeader(IReadOnlyDictionary<string, int> columns, int count) => (_columns, Count) = (columns, count);

    /// <summary>How many columns each line must have.</summary>
    public int Count { get; }

    /// <summary>The trimmed cell of a column, empty when the file has no such column.</summary>
    public string Cell(string[] cells, string column) => _columns.TryGetValue(column, out int index) ? cells[index].Trim() : "";

    /// <summary>The place of a column in the file; null when the file has no such column.</summary>
    public int? PlaceOf(string column) => _columns.TryGetValue(column, out int index) ? index : null;

    /// <summary>Reads the heading; null when a fault was added.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="line">Its line.</param>
    /// <param name="known">The columns that there are.</param>
    /// <param name="add">Takes what is wrong.</param>
    public static DirectoryHeader? Read(string[] cells, int line, IReadOnlyList<DirectoryColumn> known, Action<DirectoryFault> add)
    {
        bool isGood = true;
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = cells[i].Trim();
            if (known.FirstOrDefault(column => column.IsCalled(cell)) is not { } column)
                Add(Unknown(line, cell, known));
            else if (!columns.TryAdd(column.Id, i))
                Add(new("directory-column-twice", line, column.Id, cell, new($"表头中“{cell}”出现两次", $"the heading has “{cell}” twice"), new("删去一列", "remove one of the columns")));
        }

        foreach (DirectoryColumn column in isGood ? known.Where(column => column.IsRequired && !columns.ContainsKey(column.Id)) : [])
            Add(new("directory-column-missing", line, column.Id, null, new($"表头缺少“{column.Zh}”列", $"the heading has no column “{column.Id}”"), Heading(known)));
        return isGood ? new(columns, cells.Length) : null;

        void Add(DirectoryFault fault)
        {
            isGood = false;
            add(fault);
        }
    }

    private static DirectoryFault Unknown(int line, string cell, IReadOnlyList<DirectoryColumn> known)
    {
        // A whole heading in one cell means another separator; a suggestion of one column would lead astray.
        bool isOtherSeparator = cell.IndexOfAny(['，', '、', ';', '；', '\t']) >= 0;
        string? near = isOtherSeparator ? null : NearestName.Find(cell, known.Select(column => column.Id).Concat(known.Select(column => column.Zh)));
        Bilingual remedy = near is null ? Heading(known) : new($"是否指“{near}”？", $"did you mean “{near}”?");
        return new("directory-column-unknown", line, null, Utf8Cut.Shorten(cell, 120), new($"表头中的“{Utf8Cut.Shorten(cell, 120)}”不是可识别的列", $"“{Utf8Cut.Shorten(cell, 120)}” in the heading is not a column"), remedy);
    }

    private static Bilingual Heading(IReadOnlyList<DirectoryColumn> known) => new(
        $"首行应为：{string.Join(',', known.Select(column => column.Zh))}（以英文逗号分隔；只有 {string.Join('、', known.Where(column => column.IsRequired).Select(column => column.Zh))} 必须有）",
        $"the first line should be: {string.Join(',', known.Select(column => column.Id))} (separated by commas; only {string.Join(", ", known.Where(column => column.IsRequired).Select(column => column.Id))} are required)");
}
