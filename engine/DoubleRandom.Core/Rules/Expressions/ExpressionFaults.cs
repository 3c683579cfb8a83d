using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>The words for expressions that are refused, each with what is allowed instead.</summary>
internal static class ExpressionFaults
{
    private static readonly Bilingual Allowed = new(
        "可用：事实名，文字、数、true/false，== != < <= > >=，&& || ! 或 and or not，+ - * / %，?:，??，in (…)，以及文字、列表、日期的方法",
        "allowed: names of facts, texts, numbers, true/false, == != < <= > >=, && || ! or and or not, + - * / %, ?:, ??, in (…), and the methods of texts, lists and dates");

    public static Diagnostic TooLong(Place place) => Diagnostic.Error("RU101", place,
        new($"表达式超过 {ExpressionText.MaxLength} 个字符", $"the expression has more than {ExpressionText.MaxLength} characters"),
        new("拆成多条规则，或改用决策表", "make several rules of it, or a decision table"));

    public static Diagnostic TooDeep(Place place) => Diagnostic.Error("RU102", place,
        new("表达式嵌套太深或太复杂", "the expression is nested too deeply or too large"),
        new("拆成多条规则，或把部分移入 LocalParams", "make several rules of it, or move parts of it to LocalParams"));

    public static Diagnostic Sign(Place place, string sign) => Diagnostic.Error("RU103", place,
        new($"表达式中不能使用“{sign}”", $"\"{sign}\" cannot stand in an expression"), Allowed);

    public static Diagnostic FullWidthSign(Place place, string sign) => Diagnostic.Error("RU104", place,
        new($"“{sign}”是全角符号", $"\"{sign}\" is a full-width sign"),
        new("改用半角符号：( ) , . ! ? \" = > <", "write the half-width one: ( ) , . ! ? \" = > <"));

    public static Diagnostic Syntax(Place place, string detail) => Diagnostic.Error("RU105", place,
        new($"此处的写法不成表达式（{detail}）", $"this is no expression here ({detail})"), Allowed);

    public static Diagnostic NotAllowed(Place place, string part) => Diagnostic.Error("RU106", place,
        new($"规则中不允许“{part}”", $"\"{part}\" is not allowed in a rule"), Allowed);

    public static Diagnostic UnknownFact(Place place, string name, IEnumerable<string> known) => Diagnostic.Error("RU107", place,
        new($"没有事实“{name}”{Suspicious(name).Zh}", $"there is no fact \"{name}\"{Suspicious(name).En}"), Hint.For(name, known));

    public static Diagnostic UnknownMember(Place place, string name, Bilingual of, IEnumerable<string> known) => Diagnostic.Error("RU108", place,
        new($"{of.Zh}没有“{name}”", $"a {of.En} has no \"{name}\""), Hint.For(name, known));

    public static Diagnostic WrongType(Place place, FactType found, Bilingual wanted) => Diagnostic.Error("RU109", place,
        new($"此处应为{wanted.Zh}，实际是{found.Words.Zh}", $"a {wanted.En} is wanted here, this is a {found.Words.En}"),
        new("核对事实的类型，或改写比较", "check the fact's type, or compare otherwise"));

    public static Diagnostic NotComparable(Place place, FactType left, FactType right) => Diagnostic.Error("RU110", place,
        new($"{left.Words.Zh}不能与{right.Words.Zh}比较或合并", $"a {left.Words.En} cannot be compared or joined with a {right.Words.En}"),
        new("两边应为同一类型；选项和日期与带引号的文字比较", "both sides must be of one type; choices and dates are compared with a quoted text"));

    public static Diagnostic UnknownChoice(Place place, string word, FactType choice) => Diagnostic.Error("RU111", place,
        new($"“{word}”不是可选的值", $"\"{word}\" is none of the choices"),
        Hint.For(word, choice.Values.Select(value => word.Length > 0 && word[0] > '\u007f' ? value.Name.Zh : value.Id)));

    public static Diagnostic NoDate(Place place, string text) => Diagnostic.Error("RU112", place,
        new($"“{text}”不是日期", $"\"{text}\" is no date"), new("写成 \"2026-01-31\"", "write \"2026-01-31\""));

    public static Diagnostic UnknownFunction(Place place, string name, IEnumerable<string> known) => Diagnostic.Error("RU113", place,
        new($"没有函数“{name}”", $"there is no function \"{name}\""), Hint.For(name, known));

    public static Diagnostic WrongArguments(Place place, string name, string shape) => Diagnostic.Error("RU114", place,
        new($"“{name}”的参数不对", $"\"{name}\" has the wrong arguments"), new($"写成 {shape}", $"write {shape}"));

    public static Diagnostic NeverKnown(Place place) => Diagnostic.Error("RU115", place,
        new("null 只能用来判断是否已知", "null can only ask whether something is known"),
        new("写成 事实 == null 或 事实 != null", "write fact == null or fact != null"));

    public static Diagnostic NumberTooLarge(Place place) => Diagnostic.Error("RU116", place,
        new("数太大", "the number is too large"), new($"不超过 {FactLimits.Number:0}", $"at most {FactLimits.Number:0}"));

    public static Diagnostic NameTaken(Place place, string name) => Diagnostic.Error("RU117", place,
        new($"名称“{name}”已被使用", $"the name \"{name}\" is taken"), new("改用另一个名称", "use another name"));

    /// <summary>Letters that look like Latin ones but are not are the hardest slip to see.</summary>
    private static Bilingual Suspicious(string name)
    {
        var strange = name.FirstOrDefault(c => c is >= '\u0370' and <= '\u052f' or >= '\uff01' and <= '\uff5e' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
        return strange == default ? new("", "") : new($"（含形似字符 U+{(int)strange:X4}）", $" (it contains the look-alike U+{(int)strange:X4})");
    }
}
