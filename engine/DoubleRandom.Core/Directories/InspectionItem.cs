using System.Text.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>An entry of the list of inspection items (抽查事项) as it is on some day.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What is inspected.</param>
/// <param name="Content">Every value of the row, by column id.</param>
public sealed record InspectionItem(string Id, string Name, JsonElement Content)
{
    /// <summary>Id of the unit that checks.</summary>
    public string Department => Content.Text("department")!;

    /// <summary>The law and article that allow the check.</summary>
    public string Basis => Content.Text("basis")!;

    /// <summary>on-site, written or network; null when the list leaves it open.</summary>
    public string? Method => Content.Text("method");

    /// <summary>Share of the targets in percent, exactly as the list has it; null when it has none.</summary>
    public decimal? RatioPercent => Content.Number("ratio");

    /// <summary>Whether it is a key item (重点检查事项), for which ratio and frequency have no upper limit.</summary>
    public bool IsKey => Content.Text("kind") is "key";

    /// <summary>The item of a row's content.</summary>
    public static InspectionItem Of(JsonElement content) => new(content.Text("id")!, content.Text("name")!, content);

    /// <summary>The element of the fact <c>task.items</c>.</summary>
    public FactSet Facts()
    {
        var fields = ProgramFacts.Schema.Find("task.items")!.Type.Element!.Fields!;
        var facts = new FactSetBuilder(fields).Set("id", Id).Set("name", Name).Set("department", Department).Set("basis", Basis).Set("isKey", IsKey);
        return (Content.Text("industry") is { } industry ? facts.Set("industry", industry) : facts).Build();
    }
}
