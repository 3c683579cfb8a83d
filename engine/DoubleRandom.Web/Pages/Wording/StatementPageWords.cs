using DoubleRandom.Core;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the page on which an office states something to the public.</summary>
internal static class StatementPageWords
{
    public static readonly Bilingual Statements = new("公布信息", "State to the public");
    public static readonly Bilingual Hint = new("流程会自动公布的不必在这里办理；这里用于公布通报等其他内容，以及更正、撤回和依法不予公开。", "What procedures publish needs nothing here: this is for circulars and whatever else, and for correcting, withdrawing and withholding.");
    public static readonly Bilingual WhatToDo = new("处理方式", "What to do");
    public static readonly Bilingual Kind = new("种类", "Kind");
    public static readonly Bilingual Key = new("编号", "Key");
    public static readonly Bilingual KeyHint = new("固定不变，是公开网址的一部分，例如 2026-1；更正、撤回时填原编号。不写姓名、电话和证件号。", "Stable and part of the public address, such as 2026-1; to correct or withdraw, the same key. No names, telephones or numbers of persons.");
    public static readonly Bilingual TitleHint = new("不予公开时不填。", "Not needed to withhold.");
    public static readonly Bilingual Text = new("内容", "Text");
    public static readonly Bilingual TextHint = new("公布和更正时写全文；撤回、不予公开时不填。电话、身份证号和名录中的人员会自动隐去。", "The whole text to publish or correct; nothing to withdraw or withhold. Telephone and identity numbers and people of the directories are taken out by themselves.");
    public static readonly Bilingual Reason = new("更正、撤回的理由", "Reason for correcting or withdrawing");
    public static readonly Bilingual Ground = new("不予公开的法律依据", "Legal ground for withholding");
    public static readonly Bilingual GroundHint = new("写明文件和条款；公众只能看到这一项。", "Document and article; it is all that the public will see.");
    public static readonly Bilingual Preview = new("预览", "Show what will be public");
    public static readonly Bilingual PublicWillRead = new("公众将读到", "The public will read");
    public static readonly Bilingual ForKeeps = new("确认后写入公示链并留痕，不能删除。改动上面的内容后请重新预览。", "It becomes a link of the public chain and of the audit chain and cannot be deleted. After a change above, look at it again first.");
    public static readonly Bilingual State = new("确认办理", "Do it");
    public static readonly Bilingual Made = new("已办理：", "Done:");
    public static readonly Bilingual Change = new("处理", "Change");

    public static Bilingual Act(StatementAct act) => act switch
    {
        StatementAct.Publish => new("公布", "publish"),
        StatementAct.Correct => new("更正", "correct"),
        StatementAct.Withdraw => new("撤回", "withdraw"),
        _ => new("不予公开", "withhold"),
    };
}
