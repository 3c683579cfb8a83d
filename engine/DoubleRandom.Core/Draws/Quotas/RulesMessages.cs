using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>The words for what is wrong with the rules of a draw.</summary>
internal static class RulesMessages
{
    public static Diagnostic Missing(Place place, string key, string wanted) => Diagnostic.Error("DR301", place,
        new($"缺少 {key}", $"\"{key}\" is missing"),
        new($"写明：{wanted}", $"write {wanted}"));

    public static Diagnostic Value(Place place, string wanted) => Diagnostic.Error("DR302", place,
        new("此处的值不合要求", "this value will not do"),
        new($"应为：{wanted}", $"wanted: {wanted}"));

    public static Diagnostic Unknown(Place place, string key, string known) => Diagnostic.Error("DR303", place,
        new($"未知的键“{key}”", $"unknown key \"{key}\""),
        new($"可用的有：{known}", $"known are: {known}"));

    public static Diagnostic OneWay(Place place) => Diagnostic.Error("DR304", place,
        new("抽取数量须用且只用一种写法", "how many to draw must be said in exactly one way"),
        new("在 n、quota、each、whole、total 中写一个", "write one of n, quota, each, whole, total"));

    public static Diagnostic Governs(Place place) => Diagnostic.Error("DR305", place,
        new("给出了几个数量，没有写明以哪个为准", "several numbers are given, and not which of them governs"),
        new("写 governs：ratio、number、perInspector、largest 或 smallest，且所指的已给出", "write governs: ratio, number, perInspector, largest or smallest, one that is given"));

    public static Diagnostic UnknownStratum(Place place, string stratum) => Diagnostic.Error("DR306", place,
        new($"抽样框中的层“{stratum}”在规则里没有数量", $"the frame's stratum \"{stratum}\" has no number in the rules"),
        new("为每一层写明数量，不抽的写 0", "give every stratum a number, 0 for one that is not drawn from"));

    public static Diagnostic TooFew(Place place, long total, int strata) => Diagnostic.Error("DR307", place,
        new($"总数 {total} 不够 {strata} 个层各抽 1 个", $"a total of {total} is too few for one from each of {strata} strata"),
        new("增加总数，或去掉 least", "raise the total, or take out least"));

    public static Diagnostic NoTeam(Place place, string stratum) => Diagnostic.Error("DR308", place,
        new($"assignment.slots 没有写明层“{stratum}”的名额", $"\"assignment.slots\" names no slots for the stratum \"{stratum}\""),
        new("为每个要抽的层写明名额；各层相同或不分层时写成数组", "name slots for every stratum that is drawn from; write an array when all have the same, or the frame is drawn as one"));
}
