using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Inspections;

/// <summary>How an inspection of one item, department or target came out (检查结果), in the words of the national result list.</summary>
/// <param name="Id">The word in JSON, such as <c>no-problem</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Weight">Where it stands when results are put together: the greatest leads.</param>
/// <param name="IsProblem">Whether something was found that has to be handled.</param>
public sealed record ResultCategory(string Id, Bilingual Name, int Weight, bool IsProblem)
{
    /// <summary>The fact by which forms and rules know a result.</summary>
    public const string Fact = "result.category";

    // Which result leads where departments differ is fixed by no text: what needs the strongest answer goes first, what needs none last.
    private static readonly ResultCategory[] Official =
    [
        new("no-problem", new("未发现问题", "No problem found"), 0, false),
        new("no-business", new("未开展经营活动", "No business activity found"), 1, false),
        new("corrected", new("发现问题已责令改正", "Problem found, correction ordered"), 2, true),
        new("not-publicised", new("未按规定公示信息", "Information not publicised"), 3, true),
        new("unreachable", new("登记住所无法联系", "Not reachable at its address"), 4, true),
        new("false-publicity", new("公示信息弄虚作假", "Publicised information false"), 5, true),
        new("pending", new("发现问题待后续处理", "Problem found, to be handled"), 6, true),
        new("uncooperative", new("不配合检查情节严重", "Did not cooperate"), 7, true),
    ];

    /// <summary>The official categories, from the lightest to the gravest.</summary>
    public static IReadOnlyList<ResultCategory> All => Official;

    /// <summary>The categories that a form offers, as its pack names them. One that only the pack knows counts as a problem still to be handled.</summary>
    public static IReadOnlyList<ResultCategory> Of(Form form) =>
        form.Fields.FirstOrDefault(field => string.Equals(field.Fact, Fact, StringComparison.Ordinal)) is { Choices: { Count: > 0 } choices }
            ? [.. choices.Select(choice => Of(choice.Id) with { Name = choice.Name })]
            : All;

    /// <summary>The category of a word.</summary>
    public static ResultCategory Of(string id) =>
        Array.Find(Official, known => string.Equals(known.Id, id, StringComparison.Ordinal)) ?? new(id, new(id, id), 6, true);

    /// <summary>The gravest of some results; of equal weight the first by its word. <c>no-problem</c> when there are none.</summary>
    public static ResultCategory Gravest(IEnumerable<string> ids) =>
        ids.Select(Of).OrderByDescending(category => category.Weight).ThenBy(category => category.Id, StringComparer.Ordinal).FirstOrDefault() ?? Official[0];
}
