using DoubleRandom.Service.Channels;

namespace DoubleRandom.Service.Tests.Channels;

internal static class Messages
{
    public static OutgoingMessage To(string address, string subject = "【时限提醒】7天后到期：“双随机、一公开”年度抽查计划（县市场监督管理局）", string body = "县市场监督管理局：\n\n.以点开头的一行\n请于2026年3月31日前报送。\n") =>
        new("140827-yuanqu/annual-plan/scjg/2026/reminder-7/liaison", address, subject, body, "zh", new DateTimeOffset(2026, 3, 24, 1, 0, 0, TimeSpan.Zero), new Dictionary<string, string>(StringComparer.Ordinal) { ["unit"] = "县市场监督管理局", ["dueOn"] = "2026-03-31" });
}
