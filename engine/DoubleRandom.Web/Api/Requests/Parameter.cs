using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>How a parameter's value is written.</summary>
internal enum ParameterKind
{
    Text,
    Date,
    Count,
    Number,
    Choice,
}

/// <summary>A parameter that an operation takes in its address: what checks it and what describes it in the OpenAPI document are one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its value is written.</param>
/// <param name="Text">What it is for.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, Bilingual Text)
{
    private const int LongestText = 200;

    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Smallest count.</summary>
    public int Min { get; init; }

    /// <summary>Largest count.</summary>
    public int Max { get; init; } = int.MaxValue;

    public Bilingual HowToWrite => Kind switch
    {
        ParameterKind.Date => new("写成 yyyy-MM-dd，例如 2026-03-31", "write it yyyy-MM-dd, such as 2026-03-31"),
        ParameterKind.Count => new($"写 {Min} 至 {Max} 之间的整数", $"write a whole number from {Min} to {Max}"),
        ParameterKind.Number => new("写正整数", "write a positive whole number"),
        ParameterKind.Choice => new($"写下列之一：{string.Join(", ", Choices)}", $"write one of: {string.Join(", ", Choices)}"),
        _ => new($"写 1 至 {LongestText} 个字符，不含控制字符", $"write 1 to {LongestText} characters, without control characters"),
    };

    public bool Accepts(string value) => Kind switch
    {
        ParameterKind.Date => Written.Date(value) is not null,
        ParameterKind.Count => Written.Number(value) is { } count && count >= Min && count <= Max,
        ParameterKind.Number => Written.Number(value) is > 0,
        ParameterKind.Choice => Choices.Contains(value, StringComparer.Ordinal),
        _ => value.Length is > 0 and <= LongestText && !value.Any(char.IsControl),
    };

    public static Parameter Jurisdiction(bool required = false) =>
        new("jurisdiction", ParameterKind.Text, new("辖区：文件夹名、区划代码或短名", "jurisdiction: folder, division code or short id")) { Required = required };

    public static Parameter Unit { get; } = new("unit", ParameterKind.Text, new("单位的 id", "id of the unit"));

    public static Parameter Limit(int most, int usual) =>
        new("limit", ParameterKind.Count, new($"至多几条，不写为 {usual}", $"how many at most; {usual} unless given")) { Min = 1, Max = most };

    public static Parameter BeforeId { get; } = new("beforeId", ParameterKind.Number, new("只要编号更小的，用于翻页", "only those with a smaller number, for paging"));

    public static Parameter Language { get; } =
        new("lang", ParameterKind.Choice, new("语言，不写为中文", "language; Chinese unless given")) { Choices = ["zh", "en"] };
}
