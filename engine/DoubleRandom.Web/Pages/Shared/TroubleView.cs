using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>Why a page cannot be shown, and what the reader can do.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record TroubleView(int Status, Bilingual Title, Bilingual Remedy)
{
    /// <summary>Where the reader finds what they looked for; null for Today.</summary>
    public (string Address, Bilingual Name)? Onward { get; init; }

    /// <summary>There is no such page.</summary>
    public static readonly TroubleView Missing = new(404, new("没有这个页面", "There is no such page"),
        new("请检查地址；时限或单位可能已随配置变更而撤销。可以从“今日”重新查找。", "Check the address; a deadline or unit may have gone with a change of its pack. Look for it again from Today."));

    /// <summary>The database does not answer.</summary>
    public static readonly TroubleView NoDatabase = new(503, new("数据库暂时没有响应", "The database does not answer"),
        new("已提交的内容没有丢失。请稍后刷新；若持续出现，请管理员检查 PostgreSQL 和服务器日志。", "Nothing that was committed is lost. Reload in a moment; if it goes on, ask the administrator to look at PostgreSQL and the server's log."));

    /// <summary>What was sent is too large.</summary>
    public static readonly TroubleView TooLarge = new(413, new("提交的内容太大", "What was sent is too large"),
        new("每个附件不超过 20 MB，合计不超过 64 MB。请返回上一页，压缩或拆分后再交。", "An attachment may have 20 MB, all together 64 MB. Go back, and compress or split them."));

    /// <summary>The request cannot be read.</summary>
    public static readonly TroubleView Unreadable = new(400, new("无法读取提交的内容", "What was sent cannot be read"),
        new("请返回上一页重新填写。", "Go back and fill the form again."));

    /// <summary>A fault of the program.</summary>
    public static readonly TroubleView Broken = new(500, new("程序出错", "The program failed"),
        new("没有保存任何半成品。请刷新重试；若再次出现，请把时间和地址告诉管理员，日志中有详情。", "Nothing was left half done. Reload and try again; if it happens once more, tell the administrator the time and the address: the log has the particulars."));
}
