using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>The words for facts that cannot be read.</summary>
internal static class FactFaults
{
    public static Diagnostic Unknown(Place place, string name, FactSchema schema) => Diagnostic.Error("RU001", place,
        new($"没有事实“{name}”", $"there is no fact \"{name}\""),
        Hint.For(name, name.Length > 0 && name[0] > '\u007f' ? schema.Facts.Select(fact => fact.Zh) : schema.Facts.Select(fact => fact.Path)));

    public static Diagnostic WrongValue(Place place, string name, string found, FactType type) => Diagnostic.Error("RU002", place,
        new($"“{found}”不能作为“{name}”的值", $"\"{found}\" cannot be the value of \"{name}\""),
        new($"应为{type.Words.Zh}", $"write a {type.Words.En}"));

    public static Diagnostic Twice(Place place, string name) => Diagnostic.Error("RU003", place,
        new($"事实“{name}”给了两次", $"the fact \"{name}\" is given twice"),
        new("只保留一个", "keep one of them"));

    public static Diagnostic NoObject(Place place) => Diagnostic.Error("RU004", place,
        new("事实应写成对象 { … }", "facts are written as an object { … }"),
        new("例：{ \"target\": { \"creditRiskClass\": \"D\" } }", "like this: { \"target\": { \"creditRiskClass\": \"D\" } }"));

    public static Diagnostic Clash(Place place, string name) => Diagnostic.Error("RU005", place,
        new($"事实“{name}”的名称已被使用", $"the name of the fact \"{name}\" is taken"),
        new("改用另一个英文名和中文名", "use another English and Chinese name"));

    public static Diagnostic NoGroup(Place place, string name, IEnumerable<string> known) => Diagnostic.Error("RU006", place,
        new($"“{name}”不属于任何已有的事实组，或中英文组名不一致", $"\"{name}\" belongs to no group of facts, or its groups differ in the two languages"),
        Hint.For(name, known));

    public static Diagnostic OtherType(Place place, string field, Fact fact) => Diagnostic.Error("RU008", place,
        new($"栏目“{field}”的类型与事实“{fact.Zh}”不符", $"the field \"{field}\" is of another type than the fact \"{fact.Path}\""),
        new($"该事实为{fact.Type.Words.Zh}；choice 的选项须为其取值", $"the fact is a {fact.Type.Words.En}; the choices of a choice must be words of the fact"));

    public static Diagnostic NoChoices(Place place, string name) => Diagnostic.Error("RU007", place,
        new($"事实“{name}”的类型没有写全", $"the type of the fact \"{name}\" is not complete"),
        new("choice 要写 values；list 要写 of（text、number、date）或 fields", "a choice needs values; a list needs of (text, number, date) or fields"));
}
