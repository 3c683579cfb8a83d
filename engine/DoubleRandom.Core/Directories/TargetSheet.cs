using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>The columns of the directory of inspection targets (检查对象名录库): the program's, and one for each fact that the pack adds to targets.</summary>
public static class TargetSheet
{
    /// <summary>The directory's id.</summary>
    public const string Id = "targets";

    private const string Group = "target.";
    private const int LongestScope = 4000;

    /// <summary>The sheet of a jurisdiction.</summary>
    /// <param name="facts">The facts of its pack.</param>
    public static DirectorySheet Of(FactSchema facts) =>
        new(Id, new("检查对象名录库", "Directory of targets"), [.. Own, .. facts.Facts.Where(fact => fact.Path.StartsWith(Group, StringComparison.Ordinal) && ProgramFacts.Schema.Find(fact.Path) is null).Select(Added).OfType<DirectoryColumn>()])
        {
            Check = Faults,
        };

    private static IReadOnlyList<DirectoryColumn> Own { get; } =
    [
        new("code", "统一社会信用代码", ColumnKind.Target) { IsRequired = true, Finds = SearchField.Code, OtherNames = ["社会信用代码", "信用代码"] },
        new("registrationNumber", "原注册号", ColumnKind.Registration) { Finds = SearchField.Former, OtherNames = ["注册号", "营业执照注册号"] },
        new("name", "名称", ColumnKind.Text) { IsRequired = true, Finds = SearchField.Name, OtherNames = ["检查对象名称", "市场主体名称", "企业名称"] },
        new("address", "地址", ColumnKind.Text) { Longest = 300, OtherNames = ["住所", "经营场所"] },
        new("area", "区划代码", ColumnKind.Division) { Finds = SearchField.Area, OtherNames = ["行政区划代码"] },
        new("industry", "行业代码", ColumnKind.Industry) { Finds = SearchField.Industry },
        new("type", "类型", ColumnKind.Text) { OtherNames = ["市场主体类型"] },
        new("businessScope", "经营范围", ColumnKind.Text) { Longest = LongestScope },
        new("licences", "许可", ColumnKind.Texts) { OtherNames = ["许可证件"] },
        new("tags", "标签", ColumnKind.Texts),
        new("subdirectories", "子名录库", ColumnKind.Texts) { Finds = SearchField.Group, Longest = 60 },
        Word("status", "状态") with { Otherwise = "active", OtherNames = ["登记状态", "经营状态"] },
        new("registeredOn", "登记日期", ColumnKind.Date) { OtherNames = ["成立日期"] },
        Word("creditRiskClass", "信用风险等级") with { Finds = SearchField.Class, OtherNames = ["信用风险分类"] },
        new("creditRiskClassFrom", "信用风险等级起始日期", ColumnKind.Date),
        Word("hazard", "风险程度"),
        new("isKeyField", "特殊重点领域", ColumnKind.Flag),
        new("abnormalListFrom", "列入经营异常名录日期", ColumnKind.Date),
        new("abnormalListTo", "移出经营异常名录日期", ColumnKind.Date),
        new("seriousViolationListFrom", "列入严重违法失信名单日期", ColumnKind.Date),
        new("seriousViolationListTo", "移出严重违法失信名单日期", ColumnKind.Date),
        new("complaints", "投诉举报次数", ColumnKind.Number),
        new("inspectedOn", "检查日期", ColumnKind.Dates) { OtherNames = ["历次检查日期"] },
    ];

    /// <summary>A column whose words are those of the program's fact of the same name.</summary>
    private static DirectoryColumn Word(string id, string zh) => new(id, zh, ColumnKind.Choice) { Choices = ProgramFacts.Schema.Find(Group + id)!.Type.Values };

    /// <summary>The column of a pack's fact; null for lists of numbers and of records, which no cell can hold.</summary>
    private static DirectoryColumn? Added(Fact fact) => KindOf(fact.Type) is not { } kind ? null : new(fact.Path[Group.Length..], fact.Zh[(fact.Zh.IndexOf('.', StringComparison.Ordinal) + 1)..], kind)
    {
        Choices = fact.Type.Values,
        Fact = fact,
    };

    private static ColumnKind? KindOf(FactType type) => type.Kind switch
    {
        FactKind.Text => ColumnKind.Text,
        FactKind.Number => ColumnKind.Number,
        FactKind.Date => ColumnKind.Date,
        FactKind.Boolean => ColumnKind.Flag,
        FactKind.Choice => ColumnKind.Choice,
        FactKind.List when type.Element!.Kind == FactKind.Text => ColumnKind.Texts,
        FactKind.List when type.Element!.Kind == FactKind.Date => ColumnKind.Dates,
        _ => null,
    };

    private static IEnumerable<DirectoryFault> Faults(int line, Func<string, string?> value)
    {
        foreach (var list in new[] { "abnormalList", "seriousViolationList" })
        {
            var (from, to) = (value(list + "From"), value(list + "To"));
            if (to is not null && (from is null || string.CompareOrdinal(to, from) < 0))
                yield return CellFaults.Of("directory-list-order", line, Of(list + "To"), to,
                    new("移出日期早于列入日期，或没有列入日期", "removed before it was listed, or without a day of listing"), new("补上或更正列入日期", "give or correct the day of listing"));
        }

        if (value("creditRiskClassFrom") is { } since && value("creditRiskClass") is null)
            yield return CellFaults.Of("directory-class-missing", line, Of("creditRiskClassFrom"), since,
                new("有起始日期而没有信用风险等级", "there is a day but no credit-risk class"), new("填写等级，或删去日期", "give the class, or remove the day"));
        if (value("code") is { } code && string.Equals(code, value("registrationNumber"), StringComparison.Ordinal))
            yield return CellFaults.Of("directory-number-twice", line, Own[1], code,
                new("代码与原注册号相同", "the code and the old registration number are the same"), new("已有统一社会信用代码的写在代码栏；没有的，原注册号留空", "write the unified social credit code as the code; without one, leave the old number empty"));
    }

    private static DirectoryColumn Of(string id) => Own.First(column => string.Equals(column.Id, id, StringComparison.Ordinal));
}
