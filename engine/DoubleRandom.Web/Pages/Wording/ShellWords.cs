using System.Globalization;
using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words around every page.</summary>
internal static class ShellWords
{
    public static readonly Bilingual Product = new("双随机时限", "Double-random inspection");
    public static readonly Bilingual Navigation = new("主导航", "Main navigation");
    public static readonly Bilingual Skip = new("跳到正文", "Skip to the content");
    public static readonly Bilingual Home = new("今日", "Today");
    public static readonly Bilingual Notices = new("通知", "Notices");
    public static readonly Bilingual Packs = new("配置包", "Packs");
    public static readonly Bilingual Audit = new("留痕", "Audit");
    public static readonly Bilingual Footer = new("日期均按辖区所在时区。页面不从其他主机加载任何内容。", "All dates are civil dates of the jurisdiction. Pages load nothing from another host.");
    public static readonly Bilingual Virtual = new("虚拟时钟", "Simulated clock");
    public static readonly Bilingual VirtualMeans = new("这是演示数据，不是真实业务；邮件和机器人消息不会发出。", "This is a demonstration, not real business; no mail or robot message leaves this machine.");

    public static Bilingual VirtualTime(string now, double speed) => new($"现在是 {now}（北京时间），{Pace(speed).Zh}。", $"It is {now} (Beijing time), {Pace(speed).En}.");

    private static Bilingual Pace(double speed) => speed switch
    {
        >= 86_400 => new($"现实 1 秒等于 {Number(speed / 86_400)} 天", $"one real second is {Number(speed / 86_400)} days"),
        >= 3_600 => new($"现实 1 秒等于 {Number(speed / 3_600)} 小时", $"one real second is {Number(speed / 3_600)} hours"),
        >= 60 => new($"现实 1 秒等于 {Number(speed / 60)} 分钟", $"one real second is {Number(speed / 60)} minutes"),
        _ => new($"速度为现实的 {Number(speed)} 倍", $"{Number(speed)} times as fast as life"),
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
