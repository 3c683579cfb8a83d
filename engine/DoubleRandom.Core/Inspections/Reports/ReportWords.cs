namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>What the ways of follow-up are called.</summary>
internal static class ReportWords
{
    public static Bilingual Way(string way) => way switch
    {
        "rectification" => new("责令限期整改", "rectification ordered"),
        "transfer" => new("移送", "handed over"),
        FollowUp.CreditListing => new("信用惩戒", "credit listing"),
        _ => new(way, way),
    };
}
