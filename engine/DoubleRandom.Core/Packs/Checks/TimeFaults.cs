namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for impossible or contradictory times.</summary>
internal static class TimeFaults
{
    public static Diagnostic ImpossibleDate(Place place, string text) => Diagnostic.Error("TM001", place,
        new($"“{text}”不是存在的日期", $"\"{text}\" is not a day that exists"),
        new("写成 yyyy-MM-dd（或年内日期 MM-dd）的真实日期", "write a real date as yyyy-MM-dd (or MM-dd for a day of the year)"));

    public static Diagnostic LeapDay(Place place) => Diagnostic.Error("TM002", place,
        new("2 月 29 日只在闰年存在", "February 29 exists in leap years only"),
        new("加上 \"leapDay\": \"02-28\" 或 \"03-01\"，写明平年怎么办", "add \"leapDay\": \"02-28\" or \"03-01\" to say what holds in a common year"));

    public static Diagnostic Reversed(Place place, DateOnly from, DateOnly to) => Diagnostic.Error("TM004", place,
        new($"止日 {to.Iso()} 早于起日 {from.Iso()}", $"the last day {to.Iso()} lies before the first, {from.Iso()}"),
        new("交换或更正这两个日期", "swap or correct the two dates"));

    public static Diagnostic HoursReversed(Place place) => Diagnostic.Error("TM003", place,
        new("办公时间的结束不晚于开始", "office hours end before they begin"),
        new("交换或更正 from 和 to", "swap or correct \"from\" and \"to\""));

    public static Diagnostic HistoryNotAscending(Place place) => Diagnostic.Error("TM005", place,
        new("历次取值的起始日没有按先后排列，或有重复", "the entries of this history are not in ascending order, or two begin on one day"),
        new("按 from 从早到晚排列，每天最多一项", "order them by \"from\", at most one a day"));

    public static Diagnostic NotOneKind(Place place, IReadOnlyCollection<string> found, IEnumerable<string> kinds) => Diagnostic.Error("TM006", place,
        found.Count == 0
            ? new("when 没有写明任何一种时限", "when names no kind of time")
            : new($"when 同时写了 {string.Join("、", found)}", $"when names several kinds of time: {string.Join(", ", found)}"),
        new($"只写一种：{string.Join(", ", kinds)}", $"name exactly one: {string.Join(", ", kinds)}"));

    public static Diagnostic WindowWithoutEnd(Place place) => Diagnostic.Error("TM007", place,
        new("时间窗口没有写明起止", "the window has no beginning or no end"),
        new("写 months，或同时写 from 和 to", "give months, or both from and to"));

    public static Diagnostic QuotaReversed(Place place, int min, int max) => Diagnostic.Error("TM008", place,
        new($"次数下限 {min} 大于上限 {max}", $"the quota asks for at least {min} and at most {max}"),
        new("更正 min 或 max", "correct min or max"));

    public static Diagnostic NotOneLength(Place place) => Diagnostic.Error("TM009", place,
        new("期间长度必须且只能写一种单位", "a length of time is given in exactly one unit"),
        new("写 days、workingDays、months、years 之一", "give one of days, workingDays, months, years"));

    public static Diagnostic Unordered(Place place) => Diagnostic.Error("TM010", place,
        new("一年中的日期没有按先后排列", "the days of the year are not in ascending order"),
        new("按日历先后排列：期号按此顺序编号", "put them in calendar order: periods are numbered by it"));

    public static Diagnostic UnknownZone(Place place, string zone) => Diagnostic.Error("TM011", place,
        new($"时区“{zone}”不存在", $"there is no time zone \"{zone}\""),
        new("写 IANA 名称，例如 Asia/Shanghai", "write an IANA name, for example Asia/Shanghai"));

    public static Diagnostic BeyondCalendars(Place place, string text, DateOnly first, DateOnly last) => Diagnostic.Error("TM013", place,
        new($"“{text}”不在可以计算的 {first.Iso()} 至 {last.Iso()} 之内", $"\"{text}\" lies outside what can be planned, {first.Iso()} to {last.Iso()}"),
        new("核对年份", "check the year"));

    public static Diagnostic IdleInclusive(Place place) => Diagnostic.Warning("TM014", place,
        new("inclusive 在这里不起作用：没有写明“某日前”的那一日", "inclusive changes nothing here: no day is named before which something is due"),
        new("删去它；窗口和期间含其末日，末日不算的，把末日写早一日", "leave it out; a window or period includes its last day: when the text does not, write the day before"));

    public static Diagnostic IdleStartDay(Place place) => Diagnostic.Warning("TM015", place,
        new("startDayCounts 在这里不起作用：只有事件之后（after）的期间有起算日", "startDayCounts changes nothing here: only a period after an event has a first day"),
        new("删去它；before 从事件前一日起倒数，事件当日计入的，把数字减一", "leave it out; before counts back from the day before the event: when that day is to count, write one less"));

    public static Diagnostic IdleRoll(Place place) => Diagnostic.Warning("TM016", place,
        new("nonWorkingDay 在这里不起作用：次数要求在期末截止，是否休息日都不移动", "nonWorkingDay changes nothing here: a quota ends with its period, rest day or not"),
        new("删去它", "leave it out"));

    public static Diagnostic BackwardMovesEarlier(Place place) => Diagnostic.Warning("TM017", place,
        new("倒数的期间遇休息日只会提前，不会顺延到离事件更近的日子", "a period before an event that ends on a rest day moves earlier, never towards the event"),
        new("写 previous（提前）或 keep（不变）", "write previous (earlier) or keep (stays)"));

    public static Diagnostic OptionInHistory(Place place) => Diagnostic.Warning("TM018", place,
        new("历次取值里的这个选项不起作用：一项义务只有一种口径", "this option inside a history changes nothing: a duty is read in one way"),
        new("写到该义务的 readings 中", "write it in the duty's readings"));

    public static Diagnostic Calendar(Place place, Bilingual problem) => Diagnostic.Error("TM012", place,
        problem,
        new("对照放假通知原文更正", "correct it against the notice"));
}
