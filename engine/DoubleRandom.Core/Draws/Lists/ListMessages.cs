using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>The words for what is wrong with a committed list.</summary>
internal static class ListMessages
{
    public const string CarriageReturnCode = "DR003";

    public static Diagnostic NotAscii(Place place) => Diagnostic.Error("DR001", place,
        new("文件以 BOM 开头", "the file begins with a byte order mark"),
        new("存为不带 BOM 的 UTF-8", "save it as UTF-8 without a byte order mark"));

    public static Diagnostic Header(Place place, string format, string found) => Diagnostic.Error("DR002", place,
        new($"首行“{found}”不是 {format} 的表头", $"the first line \"{found}\" is no header of {format}"),
        new($"首行写 {format}、抽取编号、行数，以制表符分隔", $"begin with {format}, the draw's number and the number of rows, separated by tabs"));

    public static Diagnostic CarriageReturn(Place place) => Diagnostic.Error("DR003", place,
        new("行尾是 CRLF", "lines end with CRLF"),
        new("每行只以 LF 结束", "end every line with LF alone"));

    public static Diagnostic NoLastLineEnd(Place place) => Diagnostic.Error("DR004", place,
        new("最后一行没有以 LF 结束", "the last line does not end with LF"),
        new("文件可能被截断：核对后补上行尾", "the file may be cut off: check it, then end the line"));

    public static Diagnostic Rows(Place place, long said, long found) => Diagnostic.Error("DR005", place,
        new($"表头写 {said} 行，实有 {found} 行", $"the header says {said} rows, there are {found}"),
        new("补齐缺失的行，或更正表头", "bring the missing rows, or mend the header"));

    public static Diagnostic Fields(Place place, int wanted, int found) => Diagnostic.Error("DR006", place,
        new($"应有 {wanted} 个以制表符分隔的字段，实有 {found} 个", $"{wanted} fields separated by tabs are wanted, there are {found}"),
        new("每行写全各字段，没有空行", "write every field of every row, and no blank line"));

    public static Diagnostic Id(Place place, string found, Bilingual why) => Diagnostic.Error("DR007", place,
        new($"编号“{found}”不合格式：{why.Zh}", $"\"{found}\" is no id: {why.En}"),
        new("写 1 至 64 个半角数字、大写字母或连字符", "write 1 to 64 ASCII digits, capitals or hyphens"));

    public static Diagnostic Twice(Place place, string key) => Diagnostic.Error("DR008", place,
        new($"“{key}”重复", $"\"{key}\" stands twice"),
        new("只保留一行", "keep one row"));

    public static Diagnostic Unsorted(Place place, string key, string before) => Diagnostic.Error("DR009", place,
        new($"“{key}”应排在“{before}”之前", $"\"{key}\" must stand before \"{before}\""),
        new("按编号的字节顺序排列各行", "sort the rows by the bytes of their ids"));

    public static Diagnostic Stratum(Place place, string found) => Diagnostic.Error("DR010", place,
        new($"层“{found}”不合格式", $"\"{found}\" is no stratum"),
        new("写 1 至 32 个半角字母、数字或 _ . -", "write 1 to 32 ASCII letters, digits or _ . -"));

    public static Diagnostic Weight(Place place, string found) => Diagnostic.Error("DR011", place,
        new($"权重“{found}”不合格式", $"\"{found}\" is no weight"),
        new("写 1 至 65535 的整数，不带前导零", "write a whole number from 1 to 65535 without leading zeros"));

    public static Diagnostic Status(Place place, string found) => Diagnostic.Error("DR012", place,
        new($"状态“{found}”既不是 E 也不是 X", $"the status \"{found}\" is neither E nor X"),
        new("可抽取写 E，排除写 X", "write E for eligible, X for excluded"));

    public static Diagnostic Reason(Place place, string found) => Diagnostic.Error("DR013", place,
        new($"理由“{found}”不合格式", $"\"{found}\" is no reason"),
        new("没有则写 -；有则写 1 至 32 个半角数字、大写字母或连字符，如 REPEAT-6M", "write - for none, or 1 to 32 ASCII digits, capitals or hyphens, like REPEAT-6M"));

    public static Diagnostic NoReason(Place place) => Diagnostic.Error("DR014", place,
        new("被排除的对象没有理由", "an excluded target has no reason"),
        new("写明理由，如 REPEAT-6M", "give the reason, like REPEAT-6M"));

    public static Diagnostic Endless(Place place) => Diagnostic.Error("DR015", place,
        new("该行超过 131072 字节，其后未读", "this line is longer than 131072 bytes; nothing after it was read"),
        new("文件不是这种清单，或已损坏", "the file is no such list, or it is damaged"));

    public static Diagnostic OldNumber(Place place, string id) => Diagnostic.Warning("DR016", place,
        new($"“{id}”是 15 位旧号：同一对象可能另以 18 位代码在册", $"\"{id}\" is an old number of 15 digits: the same target may stand here under its code of 18 as well"),
        new("换成统一社会信用代码", "replace it by the unified social credit code"));

    public static Diagnostic Codes(Place place, string found) => Diagnostic.Error("DR017", place,
        new($"代码表“{found}”不合格式", $"\"{found}\" is no list of codes"),
        new("没有则写 -；有则按字节顺序写各代码，以逗号分隔，不重复", "write - for none, or the codes in the order of their bytes, each once, separated by commas"));

    public static Diagnostic Number(Place place, string found) => Diagnostic.Error("DR018", place,
        new($"“{found}”不是 0 至 65535 的整数", $"\"{found}\" is no whole number from 0 to 65535"),
        new("写整数，不带前导零", "write a whole number without leading zeros"));

    public static Diagnostic More(Place place, long untold) => Diagnostic.Error("DR019", place,
        new($"另有 {untold} 处错误未列出", $"{untold} more faults are not listed"),
        new("先改正所列的，再检查一遍", "mend those listed, then check again"));
}
