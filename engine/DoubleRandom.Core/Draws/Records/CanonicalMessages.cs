using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>The words for JSON that has no canonical writing.</summary>
internal static class CanonicalMessages
{
    public static Diagnostic Broken(Place place) => Diagnostic.Error("DR201", place,
        new("不是合法的 JSON（UTF-8）", "this is not valid JSON in UTF-8"),
        new("检查此处的逗号、引号、括号和编码", "check commas, quotes, brackets and the encoding here"));

    public static Diagnostic Kind(Place place) => Diagnostic.Error("DR202", place,
        new("这里只能用字符串、整数、对象和数组", "only strings, integers, objects and arrays may stand here"),
        new("去掉 true、false 或 null", "take out true, false or null"));

    public static Diagnostic Number(Place place, string found) => Diagnostic.Error("DR203", place,
        new($"{found} 不是绝对值小于 2^53 的整数", $"{found} is no integer below 2^53"),
        new("写整数；更大的数写成字符串", "write an integer; greater ones as strings"));
}
