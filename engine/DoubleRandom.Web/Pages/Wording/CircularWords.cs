using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words around circulars that escalations drafted.</summary>
internal static class CircularWords
{
    public static readonly Bilingual Circular = new("通报", "Circular");
    public static readonly Bilingual NotByItself = new("通报不会自动公开，是否公开由办公室决定。公布后写入公示链，不能删除，只能更正或撤回。", "A circular is never public by itself: the office decides. Once published it is a link of the public chain: it can be corrected or withdrawn, never deleted.");
    public static readonly Bilingual WillRead = new("公布后公众读到的内容如下（已隐去个人信息）：", "This is what the public will read; what is about persons is taken out:");
    public static readonly Bilingual Publish = new("公开这份通报", "Make this circular public");
    public static readonly Bilingual Withdraw = new("撤回", "Withdraw it");
    public static readonly Bilingual Correct = new("更正", "Correct it");
    public static readonly Bilingual CorrectText = new("更正后的全文（撤回时不填）", "The whole corrected text (not needed to withdraw)");
    public static readonly Bilingual ReasonHint = new("理由将一并公开。", "The reason is public too.");
    public static readonly Bilingual SeePublic = new("查看公开的通报", "See the public record");
    public static readonly Bilingual Done = new("已办理并留痕。", "Done, and noted in the audit chain.");

    public static Bilingual Outdated(Bilingual why) => new(
        $"公开之后情况已变化：{why.Zh}。通报内容不再属实的，请撤回或更正。", $"Things changed after it was published: {why.En}. Withdraw or correct the circular where it is no longer so.");
}
