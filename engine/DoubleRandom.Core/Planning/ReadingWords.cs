namespace DoubleRandom.Core.Planning;

/// <summary>Says in words what a text leaves open (口径) and how a pack reads it.</summary>
public static class ReadingWords
{
    /// <summary>What is left open; the name itself when it is none of the schema's.</summary>
    public static Bilingual Question(string name) => name switch
    {
        "before" => new("“某日前”是否含当日", "whether 前 includes the day"),
        "endOfMonth" => new("“月底”“月末”", "month's end"),
        "bareMonth" => new("只写月份", "a bare month"),
        "namedDate" => new("指定日期遇休息日", "a named date on a rest day"),
        "periodEnd" => new("期间末日遇休息日", "a period that ends on a rest day"),
        "startDay" => new("起算当日", "the day of the event"),
        "closesAt" => new("截止时刻", "closing time"),
        _ => new(name, name),
    };

    /// <summary>How it is read; a closing time stands for itself.</summary>
    public static Bilingual Answer(string value) => value switch
    {
        "inclusive" => new("含当日", "included"),
        "exclusive" => new("不含当日", "not included"),
        "included" => new("计入", "counted"),
        "excluded" => new("不计入", "not counted"),
        "last-day" => new("最后一日", "the last day"),
        "last-working-day" => new("最后一个工作日", "the last working day"),
        "window" => new("1 日至月末", "from the 1st to the month's end"),
        "keep" => new("不变", "stays"),
        "previous" => new("提前到上一个工作日", "the working day before"),
        "next" => new("顺延到下一个工作日", "the next working day"),
        "office-hours" => new("下班时", "end of office hours"),
        _ => new(value, value),
    };
}
