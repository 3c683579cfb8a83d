using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>The words for decision tables that cannot be read, and for what their rows do to each other.</summary>
internal static class TableFaults
{
    public static Diagnostic Cell(Place place, string part, FactType type) => Diagnostic.Error("RU201", place,
        new($"单元格“{part}”看不懂", $"the cell \"{part}\" cannot be understood"),
        new($"应为{type.Words.Zh}，写成 值、A, B、not(A)、>= 3、[1..5) 或 -", $"a {type.Words.En} is wanted, as a value, A, B, not(A), >= 3, [1..5) or -"));

    public static Diagnostic WrongWidth(Place place, string row, int found, int wanted) => Diagnostic.Error("RU202", place,
        new($"第“{row}”行有 {found} 格，应为 {wanted} 格", $"the row \"{row}\" has {found} cells, it should have {wanted}"),
        new("每个输入、输出各一格；不问的写 -，不给出的写 null", "one cell for each input and output; - for what is not asked, null for what is not given"));

    public static Diagnostic WrongOutput(Place place, string output, FactType type) => Diagnostic.Error("RU203", place,
        new($"输出“{output}”的值不合类型", $"the value does not fit the output \"{output}\""),
        new($"应为{type.Words.Zh}，或 {{ \"expression\": … }}", $"write a {type.Words.En}, or {{ \"expression\": … }}"));

    public static Diagnostic WrongInput(Place place, string input, FactType type) => Diagnostic.Error("RU204", place,
        new($"输入“{input}”是{type.Words.Zh}，不能作为一列", $"the input \"{input}\" is a {type.Words.En}, which cannot be a column"),
        new("改用文字、数、日期、是否或选项", "use a text, number, date, yes/no or choice"));

    public static Diagnostic Gap(Place place, string example) => Diagnostic.Warning("RU205", place,
        new($"没有一行适用于：{example}", $"no row fits: {example}"),
        new("补一行；确实不必判定的，加一行全为 - 的兜底行", "add a row; when nothing is to be decided there, add a last row of - that says so"));

    public static Diagnostic Overlap(Place place, string row, string other, string example) => Diagnostic.Error("RU206", place,
        new($"“{row}”与“{other}”两行同时适用于：{example}", $"the rows \"{row}\" and \"{other}\" both fit: {example}"),
        new("hit 为 unique 时只能有一行适用：缩小其中一行，或改用 first", "with hit unique only one may fit: narrow one of them, or use first"));

    public static Diagnostic Contradiction(Place place, string row, string other, string example) => Diagnostic.Error("RU207", place,
        new($"“{row}”与“{other}”条件重合而结果不同，例如：{example}", $"the rows \"{row}\" and \"{other}\" ask the same and yield different results, such as: {example}"),
        new("核对原文，保留正确的一行", "hold them against the text and keep the right one"));

    public static Diagnostic Shadowed(Place place, string row, string by, string example) => Diagnostic.Warning("RU208", place,
        new($"“{row}”行永远轮不到：“{by}”行先适用，例如：{example}", $"the row \"{row}\" is never reached: \"{by}\" fits first, such as: {example}"),
        new("调整次序，或删除这一行", "change the order, or delete the row"));

    public static Diagnostic UnusedInput(Place place, string input) => Diagnostic.Warning("RU209", place,
        new($"没有一行用到输入“{input}”", $"no row looks at the input \"{input}\""),
        new("删除这一列", "delete the column"));

    public static Diagnostic NotAnalysed(Place place) => Diagnostic.Warning("RU210", place,
        new("表太大，没有查完是否有空白", "the table is too large to look for every gap"),
        new("拆成几张表，或加一行全为 - 的兜底行", "make several tables of it, or add a last row of -"));
}
