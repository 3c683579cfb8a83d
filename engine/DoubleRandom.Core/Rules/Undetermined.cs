namespace DoubleRandom.Core.Rules;

/// <summary>Why something could not be told.</summary>
/// <param name="Code"><c>missing</c>, <c>division-by-zero</c>, <c>too-large</c>, <c>no-such-date</c>, <c>empty-list</c>, <c>too-much-work</c>, <c>too-long</c> or <c>several-fit</c>.</param>
/// <param name="Subject">The fact that is missing, or the part of the expression that failed.</param>
/// <param name="Text">The same in words, with what to do.</param>
public sealed record Undetermined(string Code, string Subject, Bilingual Text)
{
    internal static Undetermined Missing(string path, string zh) =>
        new("missing", path, new($"缺少事实“{zh}”：请补录后再判定", $"the fact \"{path}\" is not known: record it, then decide again"));

    internal static Undetermined DivisionByZero(string part) =>
        new("division-by-zero", part, new($"“{part}”以零（或过小的数）为除数", $"\"{part}\" divides by zero, or by a number too small"));

    internal static Undetermined TooLarge(string part) =>
        new("too-large", part, new($"“{part}”的结果超出可计算的范围", $"\"{part}\" leaves the range that can be worked with"));

    internal static Undetermined NoSuchDate(string part) =>
        new("no-such-date", part, new($"“{part}”得不出日历范围内的日期或天数", $"\"{part}\" gives no date or number of days within the calendar"));

    internal static Undetermined EmptyList(string part) =>
        new("empty-list", part, new($"“{part}”的列表中没有符合的一项", $"\"{part}\" finds no fitting element in the list"));

    internal static Undetermined TooMuchWork(string part) =>
        new("too-much-work", part, new($"“{part}”要比较的数据太多，已停止", $"\"{part}\" has too much to go through and was stopped"));

    internal static Undetermined TooLong(string part) =>
        new("too-long", part, new($"“{part}”的文字太长", $"\"{part}\" makes a text that is too long"));

    internal static Undetermined SeveralFit(string rows) =>
        new("several-fit", rows, new($"只应有一行适用，实际有多行：{rows}", $"only one row should fit, but several do: {rows}"));
}
