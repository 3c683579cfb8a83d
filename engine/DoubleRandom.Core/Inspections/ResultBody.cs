using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Inspections;

/// <summary>What the public is told of one target's result. Nothing in it is about persons.</summary>
/// <param name="Task">Number of the task's workflow instance.</param>
/// <param name="Target">The target.</param>
/// <param name="Name">What the directory calls it; null when it does not know it.</param>
/// <param name="Lead">Id of the unit that led.</param>
/// <param name="Draw">Number of the draw; null when there is no record of one.</param>
/// <param name="Result">The joint result.</param>
public sealed record ResultBody(long Task, string Target, string? Name, string Lead, string? Draw, JointResult Result)
{
    private static readonly (string Member, string[] Words)[] Named =
    [
        ("name", ["名称", "字号", "name"]),
        ("departments", ["部门", "事项", "departments", "items"]),
        ("category", ["检查结果", "结果类别", "category", "result"]),
        ("handling", ["处理", "处置", "handling"]),
        ("inspectedOn", ["日期", "时间", "date", "time"]),
    ];

    /// <summary>The members of a result that an officer's words mean. Words that name none mean everything that says what was found.</summary>
    public static IReadOnlyList<string> LeftOut(string parts)
    {
        string[] named = [.. Named.Where(member => member.Words.Any(word => parts.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(member => member.Member)];
        return named.Length > 0 ? named : ["departments", "category", "handling"];
    }

    /// <summary>The body as JSON text, without some members, which are then named in it.</summary>
    public string Write(Pack pack, IReadOnlyCollection<string> leftOut)
    {
        var body = new JsonObject
        {
            ["task"] = Task.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["target"] = IsLeftOut("name") ? new JsonObject { ["code"] = Target } : new JsonObject { ["code"] = Target, ["name"] = Name ?? Target },
            ["inspectedOn"] = Result.InspectedOn.Iso(),
            ["lead"] = Lead,
            ["departments"] = new JsonArray([.. Result.Departments.Select(Department)]),
            ["category"] = Result.Category,
        };
        if (Handling(pack) is { Length: > 0 } handling)
            body.Add("handling", handling);
        if (Draw is not null)
            body.Add("draw", Draw);
        foreach (var member in leftOut)
            body.Remove(member);
        if (leftOut.Count > 0)
            body.Add("redacted", new JsonArray([.. leftOut.Select(member => JsonValue.Create(member))]));
        return body.ToJsonString();

        bool IsLeftOut(string member) => leftOut.Contains(member, StringComparer.Ordinal);
    }

    private static JsonObject Department(DepartmentResult department) => new()
    {
        ["unit"] = department.Unit,
        ["items"] = new JsonArray([.. department.Items.Select(item => new JsonObject { ["item"] = item.Item, ["category"] = item.Category })]),
    };

    private string Handling(Pack pack) =>
        string.Join('\n', Result.Departments.Where(department => department.Handling is not null).Select(department => $"{pack.Unit(department.Unit)?.Name.Zh ?? department.Unit}：{department.Handling}"));
}
