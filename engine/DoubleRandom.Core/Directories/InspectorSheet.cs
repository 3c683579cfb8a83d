namespace DoubleRandom.Core.Directories;

/// <summary>The columns of the directory of inspectors (检查人员名录库), with the experts and testing bodies enlisted beside them (专家库).</summary>
public static class InspectorSheet
{
    /// <summary>The directory's id.</summary>
    public const string Id = "inspectors";

    /// <summary>The sheet of a jurisdiction.</summary>
    /// <param name="units">Ids of its units by every name.</param>
    public static DirectorySheet Of(IReadOnlyDictionary<string, string> units) =>
        new(Id, new("检查人员名录库", "Directory of inspectors"), Columns) { Units = units, Check = Faults };

    private static IReadOnlyList<DirectoryColumn> Columns { get; } =
    [
        new("id", "编号", ColumnKind.Pseudonym) { IsRequired = true, Finds = SearchField.Code, OtherNames = ["人员编号"] },
        new("personName", "姓名", ColumnKind.Text) { Longest = 60, IsPersonal = true },
        new("kind", "类别", ColumnKind.Choice)
        {
            Otherwise = "officer",
            Finds = SearchField.Class,
            Choices = [new("officer", new("执法人员", "officer")), new("expert", new("专家", "expert")), new("testing-body", new("检测机构", "testing body"))],
        },
        new("unit", "单位", ColumnKind.Unit) { IsRequired = true, Finds = SearchField.Unit, OtherNames = ["所属单位"] },
        new("department", "科室", ColumnKind.Text) { OtherNames = ["内设机构"] },
        new("credential", "执法证号", ColumnKind.Text) { Longest = 60, IsPersonal = true, OtherNames = ["行政执法证号"] },
        new("credentialFrom", "证件有效期起", ColumnKind.Date),
        new("credentialTo", "证件有效期至", ColumnKind.Date) { OtherNames = ["执法证有效期至"] },
        new("tags", "专长", ColumnKind.Texts) { Finds = SearchField.Group, OtherNames = ["标签"] },
        new("areas", "区域", ColumnKind.Divisions) { OtherNames = ["可检查区域"] },
        new("capacity", "任务上限", ColumnKind.Number) { OtherNames = ["每批任务上限"] },
        new("absences", "不在岗时段", ColumnKind.Stretches) { OtherNames = ["休假"], IsPersonal = true },
        new("interests", "回避对象", ColumnKind.Targets) { OtherNames = ["利害关系"], IsPersonal = true },
    ];

    private static IEnumerable<DirectoryFault> Faults(int line, Func<string, string?> value)
    {
        if (value("kind") is "officer")
            foreach (var column in Columns.Where(column => column.Id is "credential" or "credentialTo" && value(column.Id) is null))
                yield return CellFaults.Of("directory-credential-missing", line, column, null,
                    new("执法人员没有执法证号或有效期", "an officer without credential or its last day"), new("填写执法证号和有效期；专家请在类别栏写“专家”", "give both; write \"expert\" as the kind of an expert"));
        if (value("credentialFrom") is { } from && value("credentialTo") is { } to && string.CompareOrdinal(to, from) < 0)
            yield return CellFaults.Of("directory-credential-order", line, Columns.First(column => column.Id is "credentialTo"), to,
                new("证件有效期至早于有效期起", "the credential ends before it begins"), new("对照执法证更正", "compare it with the credential"));
        if (value("capacity") is { } capacity && capacity.Contains('.', StringComparison.Ordinal))
            yield return CellFaults.Of("directory-capacity-bad", line, Columns.First(column => column.Id is "capacity"), capacity,
                new("任务上限不是整数", "the capacity is not a whole number"), new("写整数", "write a whole number"));
    }
}
