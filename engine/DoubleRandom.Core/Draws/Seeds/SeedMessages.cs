using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>The words for what is wrong with a seed.</summary>
internal static class SeedMessages
{
    public static Diagnostic Bytes(Place place) => Diagnostic.Error("DR101", place,
        new("种子文本不是不带 BOM、以 LF 换行的 UTF-8，或含制表符", "the seed's text is not UTF-8 without byte order mark and with LF, or it has tabs"),
        new("用原始文件，不要经编辑器转存", "use the original file, not one that an editor has saved anew"));

    public static Diagnostic Line(Place place, string wanted) => Diagnostic.Error("DR102", place,
        new($"此处应为“{wanted}”行", $"a line \"{wanted}\" is wanted here"),
        new("依次写 SSJ-SEED/1、draw、frame、rules、pepper、各 witness、beacon、end，每行以 LF 结束", "write SSJ-SEED/1, draw, frame, rules, pepper, each witness, beacon, end, in this order, every line ended by LF"));

    public static Diagnostic Hash(Place place, string key, string found) => Diagnostic.Error("DR103", place,
        new($"{key} 的“{found}”不是 64 位小写十六进制数", $"\"{found}\" of {key} is not 64 lower-case hexadecimal digits"),
        new("写冻结时公布的值", "write the value published when the draw was frozen"));

    public static Diagnostic Witness(Place place) => Diagnostic.Error("DR104", place,
        new("见证人一行不合格式", "this is no line of a witness"),
        new("写成 witness=姓名|数字，姓名与数字都不空、不含 |", "write witness=NAME|DIGITS, neither empty nor with a |"));

    public static Diagnostic SameWitness(Place place, string name) => Diagnostic.Error("DR105", place,
        new($"见证人“{name}”出现两次", $"the witness \"{name}\" stands twice"),
        new("须有两名以上互相独立的见证人，各给一次", "two or more independent witnesses are wanted, each once"));

    public static Diagnostic FewWitnesses(Place place, int found) => Diagnostic.Error("DR106", place,
        new($"只有 {found} 名见证人", $"there are only {found} witnesses"),
        new("须有两名以上互相独立的见证人", "two or more independent witnesses are wanted"));

    public static Diagnostic FewDigits(Place place, int found) => Diagnostic.Error("DR107", place,
        new($"见证人合计只给了 {found} 位", $"the witnesses gave only {found} digits together"),
        new("合计至少 20 位", "20 or more together are wanted"));
}
