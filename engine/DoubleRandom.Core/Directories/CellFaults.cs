namespace DoubleRandom.Core.Directories;

/// <summary>The words for cells that cannot be taken.</summary>
internal static class CellFaults
{
    private const int LongestShown = 60;

    public static DirectoryFault Empty(int line, DirectoryColumn column) =>
        Of("directory-cell-empty", line, column, null, new($"{column.Zh}为空", $"{column.Id} is empty"), new("填写该格", "fill in the cell"));

    public static DirectoryFault Wrong(int line, DirectoryColumn column, string cell, (string Code, Bilingual Problem, Bilingual Remedy) fault) =>
        Of(fault.Code, line, column, cell, fault.Problem, fault.Remedy);

    public static (string Code, Bilingual Problem, Bilingual Remedy) Text(int longest) => ("directory-text-bad",
        new($"超过 {longest} 字，或含控制字符", $"over {longest} characters, or with control characters"), new("缩短，删去换行等控制字符", "shorten it; remove line breaks and the like"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) FormulaError { get; } = ("directory-formula-error",
        new("这是表格软件的公式错误，不是内容", "this is a spreadsheet's formula error, not content"), new("改正公式或直接填写", "mend the formula or write the value itself"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Pseudonym { get; } = ("directory-id-bad",
        new("编号只能用半角大写字母、数字和连字符，至多 64 位", "an id has capital letters, digits and hyphens only, at most 64"), new("改写编号；不得使用姓名或证件号", "write it so; never a name or an identity number"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Registration { get; } = ("directory-registration-bad",
        new("不是有效的 15 位注册号", "not a valid 15-digit registration number"), new("对照原营业执照更正，或留空", "compare it with the old licence, or leave it empty"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Industry { get; } = ("directory-industry-bad",
        new("不是国民经济行业分类代码（GB/T 4754）的写法", "not the shape of an industry code (GB/T 4754)"), new("写门类字母或 2 至 4 位数字，如 H、62、6210、H6210", "write a section letter or two to four digits, such as H, 62, 6210, H6210"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Division { get; } = ("directory-area-bad",
        new("不是行政区划代码（GB/T 2260）的写法", "not the shape of a division code (GB/T 2260)"), new("写 6 位（县）、9 位（乡镇）或 12 位（村）数字，如 640425", "write 6 digits (county), 9 (township) or 12 (village), such as 640425"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Number { get; } = ("directory-number-bad",
        new("不是数", "not a number"), new("只写不小于 0 的数，不带单位和千分位", "write a number from 0, without unit or thousands separators"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Percent { get; } = ("directory-percent-bad",
        new("不是大于 0、不超过 100 的百分数", "not a percentage above 0 and up to 100"), new("如 5% 或 5", "write 5% or 5"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Date { get; } = ("directory-date-bad",
        new("不是日期", "not a date"), new("写成 2026-03-31、2026/3/31 或 2026年3月31日，且该日必须存在", "write 2026-03-31, 2026/3/31 or 2026年3月31日, a day that exists"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Stretch { get; } = ("directory-stretch-bad",
        new("不是起止日期", "not a stretch of days"), new("写成 2026-02-01/2026-02-15，止日不早于起日；多段用分号隔开", "write 2026-02-01/2026-02-15, not ending before it begins; separate several by semicolons"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Flag { get; } = ("directory-flag-bad",
        new("不是“是”或“否”", "neither yes nor no"), new("写 是 或 否", "write yes or no"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Parts { get; } = ("directory-list-long",
        new($"超过 {DirectoryColumn.MostParts} 项", $"more than {DirectoryColumn.MostParts} parts"), new("减少项数", "give fewer"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Choice(DirectoryColumn column) => ("directory-choice-unknown",
        new($"{column.Zh}没有这个取值", $"{column.Id} has no such value"),
        new($"可用：{string.Join("、", column.Choices.Select(choice => choice.Name.Zh))}", $"use: {string.Join(", ", column.Choices.Select(choice => choice.Id))}"));

    public static (string Code, Bilingual Problem, Bilingual Remedy) Unit(string? near) => ("directory-unit-unknown",
        new("本辖区没有这个单位", "the jurisdiction has no such unit"),
        near is null ? new("使用配置包中的单位名称或编号", "use a unit's name or id from the pack") : new($"是否指“{near}”？", $"did you mean “{near}”?"));

    public static DirectoryFault Of(string code, int line, DirectoryColumn column, string? cell, Bilingual problem, Bilingual remedy) =>
        new(code, line, column.Id, cell is { Length: > LongestShown } ? cell[..LongestShown] + "…" : cell, problem, remedy);
}
