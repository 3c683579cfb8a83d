using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the inbox and of notices.</summary>
internal static class NoticeWords
{
    public static readonly Bilingual Inbox = new("通知", "Notices");
    public static readonly Bilingual Empty = new("没有通知。", "There are no notices.");
    public static readonly Bilingual Subject = new("标题", "Subject");
    public static readonly Bilingual Recipient = new("收件", "To");
    public static readonly Bilingual Kind = new("类别", "Kind");
    public static readonly Bilingual Unread = new("未读", "unread");
    public static readonly Bilingual Read = new("已读", "read");
    public static readonly Bilingual ReadAt = new("首次阅读", "First read");
    public static readonly Bilingual Late = new("补发", "sent late");
    public static readonly Bilingual Circular = new("附通报", "with circular");
    public static readonly Bilingual Deliveries = new("发送情况", "Deliveries");
    public static readonly Bilingual OnlyInbox = new("只在站内通知：没有登记邮箱或机器人地址，或渠道未启用。", "Inbox only: the directory has no address, or no channel is switched on.");
    public static readonly Bilingual Channel = new("渠道", "Channel");
    public static readonly Bilingual Address = new("地址", "Address");
    public static readonly Bilingual Attempts = new("次数", "Attempts");
    public static readonly Bilingual LastError = new("最近错误", "Last error");
    public static readonly Bilingual Retry = new("重新发送", "Try again");
    public static readonly Bilingual DeadLetters = new("发送失败", "Given up");
    public static readonly Bilingual DeadRemedy = new("请核对名录中的地址，然后重新发送。", "Check the address in the directory, then try again.");
    public static readonly Bilingual Deadline = new("打开这项时限", "Open the deadline");
    public static readonly Bilingual Covers = new("本通知对应的提醒", "What it accounts for");
    public static readonly Bilingual Retried = new("已重新排队发送。", "It is queued again.");

    public static Bilingual Channels(string channel) => channel switch
    {
        "mail" => new("邮件", "mail"),
        "webhook" => new("机器人", "webhook"),
        _ => new(channel, channel),
    };
}
