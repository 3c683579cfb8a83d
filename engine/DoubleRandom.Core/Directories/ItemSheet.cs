using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>The columns of the list of inspection items (抽查事项清单): each with its legal basis, the body that checks, method, ratio and frequency.</summary>
public static class ItemSheet
{
    /// <summary>The directory's id.</summary>
    public const string Id = "items";

    /// <summary>The sheet of a jurisdiction.</summary>
    /// <param name="units">Ids of its units by every name.</param>
    public static DirectorySheet Of(IReadOnlyDictionary<string, string> units) =>
        new(Id, new("抽查事项清单", "List of inspection items"), Columns) { Units = units };

    private static IReadOnlyList<DirectoryColumn> Columns { get; } =
    [
        new("id", "事项编号", ColumnKind.Pseudonym) { IsRequired = true, Finds = SearchField.Code, OtherNames = ["编号"] },
        new("name", "事项名称", ColumnKind.Text) { IsRequired = true, Finds = SearchField.Name, OtherNames = ["抽查事项", "名称"] },
        new("category", "抽查类别", ColumnKind.Text),
        new("kind", "事项类别", ColumnKind.Choice)
        {
            Otherwise = "general",
            Finds = SearchField.Class,
            Choices = [new("general", new("一般检查事项", "general")), new("key", new("重点检查事项", "key"))],
        },
        new("department", "检查主体", ColumnKind.Unit) { IsRequired = true, Finds = SearchField.Unit, OtherNames = ["检查部门"] },
        new("checkingBody", "检查主体说明", ColumnKind.Text),
        new("basis", "检查依据", ColumnKind.Text) { IsRequired = true, Longest = 4000, OtherNames = ["依据"] },
        new("content", "检查内容", ColumnKind.Text) { Longest = 4000 },
        new("method", "检查方式", ColumnKind.Choice) { Choices = ProgramFacts.Schema.Find("task.method")!.Type.Values, OtherNames = ["检查方法"] },
        new("ratio", "抽查比例", ColumnKind.Percent) { OtherNames = ["比例"] },
        new("frequency", "抽查频次", ColumnKind.Text) { OtherNames = ["频次"] },
        new("targetKinds", "检查对象", ColumnKind.Texts) { OtherNames = ["检查对象类型"] },
        new("industry", "行业代码", ColumnKind.Industry) { Finds = SearchField.Industry },
        new("participants", "配合部门", ColumnKind.Texts) { Finds = SearchField.Group },
    ];
}
