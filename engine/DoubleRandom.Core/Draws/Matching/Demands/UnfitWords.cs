namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>Reasons in words.</summary>
internal static class UnfitWords
{
    public static Bilingual Of(Unfit why) => why switch
    {
        Unfit.Department => new("部门不符", "of other departments"),
        Unfit.Tag => new("不具备所需专长或条件", "without what is needed"),
        Unfit.Area => new("不在可派区域", "for other areas"),
        Unfit.Credential => new("证件届时失效", "with a credential that ends before"),
        Unfit.Absent => new("请假", "away"),
        _ => new("应回避", "recused"),
    };
}
