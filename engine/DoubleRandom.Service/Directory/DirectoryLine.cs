using System.Text.RegularExpressions;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Channels.Webhooks;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Directory;

/// <summary>Judges one line of a directory file, cell by cell; every wrong cell is its own fault.</summary>
internal sealed partial class DirectoryLine(DirectoryHeader header, IReadOnlyCollection<KnownUnit> units, List<DirectoryFault> faults)
{
    /// <summary>The person of the line; meaningless, and never shown, when a fault was added.</summary>
    public DirectoryPerson Read(string[] cells, int line) => new(
        line,
        Unit(line, header.Cell(cells, "unit")),
        Name(line, header.Cell(cells, "name")),
        Function(line, header.Cell(cells, "function")),
        Email(line, header.Cell(cells, "email")),
        Phone(line, header.Cell(cells, "phone")),
        Webhook(line, header.Cell(cells, "webhook")),
        Language(line, header.Cell(cells, "language")));

    private string Unit(int line, string cell)
    {
        if (_unitsByName.TryGetValue(cell, out string? id))
            return id;
        // Suggestions are dear; those beyond the faults that are shown would never be seen.
        string? near = faults.Count < DirectoryFile.MostFaults ? NearestName.Find(cell, _unitsByName.Keys) : null;
        if (cell.Length == 0)
            Add("directory-cell-empty", line, "unit", cell, "单位为空", "the unit is empty", "填写单位名称或编号", "write the unit's name or id");
        else if (near is not null)
            Add("directory-unit-unknown", line, "unit", cell, "本辖区没有这个单位", "the jurisdiction has no such unit", $"是否指“{near}”？", $"did you mean “{near}”?");
        else
            Add("directory-unit-unknown", line, "unit", cell, "本辖区没有这个单位", "the jurisdiction has no such unit", "使用配置包中的单位名称或编号", "use a unit's name or id from the pack");
        return "";
    }

    private string Name(int line, string cell)
    {
        if (cell.Length == 0)
            Add("directory-cell-empty", line, "name", cell, "姓名为空", "the name is empty", "填写姓名", "write the name");
        else if (cell.Length > LongestName || cell.Any(char.IsControl))
            Add("directory-name-bad", line, "name", cell, $"姓名超过 {LongestName} 字或含控制字符", $"the name is over {LongestName} characters or holds control characters", "更正姓名", "correct the name");
        return cell;
    }

    private DirectoryFunction Function(int line, string cell)
    {
        if (Functions.TryGetValue(cell, out DirectoryFunction function))
            return function;
        Add(cell.Length == 0 ? "directory-cell-empty" : "directory-function-unknown", line, "function", cell, "职能无法识别", "there is no such function",
            "使用：联络员、负责人、办公室、督查", "use: liaison, leader, office, supervision");
        return default;
    }

    private string? Email(int line, string cell)
    {
        if (cell.Length > 0 && MailAddressText.ToWire(cell) is null)
            Add("directory-email-bad", line, "email", cell, "不是有效的邮箱地址", "not a mail address", "应形如 name@example.gov.cn，每人一个", "it should look like name@example.gov.cn, one per person");
        return cell.Length == 0 ? null : cell;
    }

    private string? Phone(int line, string cell)
    {
        if (cell.Length > 0 && !(PhoneShape().IsMatch(cell) && cell.Any(char.IsAsciiDigit)))
            Add("directory-phone-bad", line, "phone", cell, "不是有效的电话号码", "not a telephone number", "只用数字、空格、+、-、括号，5 至 30 位；注意表格软件可能把长号码改成科学计数", "use digits, spaces, +, - and brackets, 5 to 30 of them; spreadsheets may have turned a long number into 1.38E+10");
        return cell.Length == 0 ? null : cell;
    }

    private string? Webhook(int line, string cell)
    {
        if (cell.Length > 0 && !WebhookAddress.TryParse(cell, out _, out Bilingual? fault))
            Add("directory-webhook-bad", line, "webhook", cell, fault.Zh, fault.En, "更正地址，或留空", "correct the address, or leave it empty");
        return cell.Length == 0 ? null : cell;
    }

    private string Language(int line, string cell)
    {
        if (Languages.TryGetValue(cell, out string? language))
            return language;
        Add("directory-language-unknown", line, "language", cell, "语言无法识别", "there is no such language", "使用：中文、英文；留空为中文", "use: zh, en; empty means zh");
        return "";
    }

    private void Add(string code, int line, string column, string cell, string zh, string en, string remedyZh, string remedyEn) =>
        faults.Add(new(code, line, column, cell.Length == 0 ? null : Utf8Cut.Shorten(cell, LongestShown), new(zh, en), new(remedyZh, remedyEn)));

    private static Dictionary<string, string> ByName(IReadOnlyCollection<KnownUnit> units)
    {
        Dictionary<string, string> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (KnownUnit unit in units)
            foreach (string name in unit.Names.Prepend(unit.Id))
                ids.TryAdd(name, unit.Id);
        return ids;
    }

    [GeneratedRegex("^[0-9 +()（）-]{5,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneShape();

    private static readonly Dictionary<string, DirectoryFunction> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["liaison"] = DirectoryFunction.Liaison,
        ["联络员"] = DirectoryFunction.Liaison,
        ["leader"] = DirectoryFunction.Leader,
        ["负责人"] = DirectoryFunction.Leader,
        ["领导"] = DirectoryFunction.Leader,
        ["office"] = DirectoryFunction.Office,
        ["办公室"] = DirectoryFunction.Office,
        ["联席会议办公室"] = DirectoryFunction.Office,
        ["supervision"] = DirectoryFunction.Supervision,
        ["督查"] = DirectoryFunction.Supervision,
        ["督查室"] = DirectoryFunction.Supervision,
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "zh",
        ["zh"] = "zh",
        ["zh-CN"] = "zh",
        ["中文"] = "zh",
        ["Chinese"] = "zh",
        ["en"] = "en",
        ["英文"] = "en",
        ["English"] = "en",
    };

    private readonly Dictionary<string, string> _unitsByName = ByName(units);
    private const int LongestName = 60;
    private const int LongestShown = 120;
}
