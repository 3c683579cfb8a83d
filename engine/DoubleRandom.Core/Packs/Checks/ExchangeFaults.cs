namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for what is wrong with a profile of exchange.</summary>
internal static class ExchangeFaults
{
    public static Diagnostic OneSource(Place place, string column) => Diagnostic.Error("EX001", place,
        new($"栏目“{column}”须且只须写明 from 或 value 之一", $"the column \"{column}\" must have exactly one of from and value"),
        new("from 取自公示结果，value 为固定值", "from takes it from the result, value is the same in every row"));

    public static Diagnostic NoColumns(Place place, string profile) => Diagnostic.Error("EX002", place,
        new($"交换方案“{profile}”没有栏目", $"the profile \"{profile}\" has no columns"),
        new("按平台的模板写明各栏", "write the columns of the platform's template"));

    public static Diagnostic HeaderTwice(Place place, string header) => Diagnostic.Error("EX003", place,
        new($"表头“{header}”出现两次", $"the heading \"{header}\" stands twice"),
        new("回执按表头读取，各栏表头须不同", "receipts are read by their headings: give each column its own"));

    public static Diagnostic ClosesNothing(Place place, string profile) => Diagnostic.Error("EX004", place,
        new($"交换方案“{profile}”要办结环节，却没有写明怎样读回执", $"the profile \"{profile}\" closes a step and does not say how receipts are read"),
        new("写明 receipt，或去掉 closes", "write receipt, or take out closes"));
}
