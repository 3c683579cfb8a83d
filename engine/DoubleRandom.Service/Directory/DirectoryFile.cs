using CsvHelper;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Service.Directory;

/// <summary>
/// Reads the directory of a jurisdiction's people from a CSV file as spreadsheet programs save it: UTF-8 with or without byte order mark, or GB18030,
/// heading in Chinese or English. Pure: bytes and units in, people or faults out.
/// </summary>
public static class DirectoryFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 1_048_576;

    /// <summary>The most people in one file.</summary>
    public const int MostPeople = 10_000;

    /// <summary>Reads the whole file and gathers every fault in it; people are returned only when there is none.</summary>
    /// <param name="bytes">The file as it is on disk.</param>
    /// <param name="units">The units of the jurisdiction.</param>
    public static DirectoryReading Read(ReadOnlySpan<byte> bytes, IReadOnlyCollection<KnownUnit> units)
    {
        if (bytes.Length > MostBytes)
            return Whole("directory-too-large", null, "文件超过 1 MB", "the file is larger than 1 MB", "拆分后分次导入，或删去多余的列", "split it, or remove columns that are not needed");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Whole("directory-encoding", null, "文件是 UTF-16 编码", "the file is in UTF-16", SaveAs.Zh, SaveAs.En);
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            return NulByte(bytes[..nul]);
        if (DirectoryText.Decode(bytes) is not var (text, encoding))
            return Whole("directory-encoding", null, "文件既不是 UTF-8 也不是 GB18030 编码", "the file is neither in UTF-8 nor in GB18030", SaveAs.Zh, SaveAs.En);
        if (string.IsNullOrWhiteSpace(text))
            return Whole("directory-empty", encoding, "文件是空的", "the file is empty", "至少应有表头和一行", "it needs a heading and at least one line");

        List<DirectoryFault> faults = [];
        List<DirectoryPerson> people = Lines(text, units, faults);
        if (people.Count == 0 && faults.Count == 0)
            return Whole("directory-empty", encoding, "只有表头，没有人员", "there is a heading but nobody in it", "至少填写一行", "write at least one line");
        return faults.Count == 0 ? new(people, [], encoding) : new([], Shown(faults), encoding);
    }

    private static List<DirectoryPerson> Lines(string text, IReadOnlyCollection<KnownUnit> units, List<DirectoryFault> faults)
    {
        List<DirectoryPerson> people = [];
        using IEnumerator<(int Line, string[]? Cells)> records = CsvRecords.Of(CsvReader.FromText(text, CsvRecords.Rules(out HashSet<long> broken)), broken).GetEnumerator();
        if (Heading(records, faults) is not { } header)
            return people;
        DirectoryLine reader = new(header, units, faults);
        Dictionary<(string, string, DirectoryFunction), int> firstLines = [];
        while (records.MoveNext())
        {
            (int line, string[]? cells) = records.Current;
            if (people.Count == MostPeople)
            {
                faults.Add(new("directory-too-many", line, null, null, new($"超过 {MostPeople} 行", $"there are more than {MostPeople} lines"), new("拆分后分次导入", "split the file")));
                break;
            }

            if (cells is null)
                faults.Add(BrokenQuotes(line));
            else if (cells.Length != header.Count)
                faults.Add(WrongCount(line, cells.Length, header.Count));
            else if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                Keep(reader.Read(cells, line), people, firstLines, faults);
        }

        return people;
    }

    private static DirectoryHeader? Heading(IEnumerator<(int Line, string[]? Cells)> records, List<DirectoryFault> faults)
    {
        if (!records.MoveNext())
            return null;
        if (records.Current.Cells is { } cells)
            return DirectoryHeader.Read(cells, records.Current.Line, Columns, faults.Add);
        faults.Add(BrokenQuotes(records.Current.Line));
        return null;
    }

    private static void Keep(DirectoryPerson person, List<DirectoryPerson> people, Dictionary<(string, string, DirectoryFunction), int> firstLines, List<DirectoryFault> faults)
    {
        people.Add(person);
        bool isWhole = person.UnitId.Length > 0 && person.Name.Length > 0;
        if (isWhole && !firstLines.TryAdd((person.UnitId, person.Name, person.Function), person.Line))
        {
            int first = firstLines[(person.UnitId, person.Name, person.Function)];
            faults.Add(new("directory-person-twice", person.Line, "name", person.Name, new($"与第 {first} 行重复：同一单位、姓名和职能", $"repeats line {first}: same unit, name and function"), new("删去其中一行；同名的两个人请在姓名后加以区分", "remove one of them; tell two people of one name apart in the name")));
        }
    }

    internal static DirectoryFault BrokenQuotes(int line) => new("directory-quotes", line, null, null,
        new("引号不成对，或一格内有换行", "the quotes do not pair, or a cell holds a line break"),
        new("一格内的引号应写两次（\"\"），首尾各一个；每行一条", "write a quote inside a cell twice (\"\"), with one at each end; keep one line per row"));

    internal static DirectoryFault WrongCount(int line, int found, int expected) => new("directory-cell-count", line, null, null,
        new($"本行有 {found} 格，表头有 {expected} 格", $"the line has {found} cells, the heading {expected}"),
        new("补上或删去逗号；含逗号的内容用引号括起", "add or remove commas; put quotes around text that holds a comma"));

    private static DirectoryReading NulByte(ReadOnlySpan<byte> before)
    {
        int line = before.Count((byte)'\n') + 1;
        return new([], [new("directory-nul", line, null, null, new("文件含空字节（NUL），不是文本文件", "the file holds a NUL byte and is not text"), SaveAs)], null);
    }

    private static DirectoryReading Whole(string code, string? encoding, string zh, string en, string remedyZh, string remedyEn) =>
        new([], [new(code, 0, null, null, new(zh, en), new(remedyZh, remedyEn))], encoding);

    private static List<DirectoryFault> Shown(List<DirectoryFault> faults)
    {
        if (faults.Count <= MostFaults)
            return faults;
        int rest = faults.Count - MostFaults;
        DirectoryFault more = new("directory-more", faults[MostFaults].Line, null, null, new($"另有 {rest} 处错误未列出", $"{rest} more faults are not listed"), new("先改正以上各处", "mend these first"));
        return [.. faults.Take(MostFaults), more];
    }

    private static readonly DirectoryColumn[] Columns =
    [
        new("unit", "单位", ColumnKind.Unit) { IsRequired = true },
        new("name", "姓名", ColumnKind.Text) { IsRequired = true },
        new("function", "职能", ColumnKind.Choice) { IsRequired = true },
        new("email", "邮箱", ColumnKind.Text),
        new("phone", "电话", ColumnKind.Text),
        new("webhook", "webhook", ColumnKind.Text),
        new("language", "语言", ColumnKind.Text),
    ];

    internal static readonly Bilingual SaveAs = new("在表格软件中另存为“CSV UTF-8（逗号分隔）”", "save it from the spreadsheet as “CSV UTF-8 (comma delimited)”");

    internal const int MostFaults = 200;
}
