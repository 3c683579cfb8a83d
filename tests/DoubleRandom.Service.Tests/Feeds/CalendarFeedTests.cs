using System.Text;
using System.Text.Json;
using DoubleRandom.Service.Feeds;

namespace DoubleRandom.Service.Tests.Feeds;

public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Write_IsUnderstoodByAnotherProgram_WhenTextIsLongAndChinese()
    {
        string description = $"依据：垣曲县制度，第二条第三款；“原文”\\ 反斜线\n{new string('长', 300)}\n\ttab 😀";
        CalendarEntry entry = Entry with { Description = description, OpensOn = new(2026, 3, 1), Alarms = [TimeSpan.FromDays(7), TimeSpan.FromHours(-9), TimeSpan.FromMinutes(90), TimeSpan.Zero] };

        JsonElement feed = await ReadAsync(CalendarFeed.Write("垣曲县；市场监管局, 时限", "Asia/Shanghai", [entry]));

        JsonElement read = Assert.Single(feed.GetProperty("events").EnumerateArray());
        Assert.Equal("PUBLISH", feed.GetProperty("method").GetString());
        Assert.Equal("垣曲县；市场监管局, 时限", feed.GetProperty("name").GetString());
        Assert.Equal("Asia/Shanghai", feed.GetProperty("zone").GetString());
        Assert.Equal("PT1H", feed.GetProperty("refresh").GetString());
        Assert.Equal(entry.Uid, read.GetProperty("uid").GetString());
        Assert.Equal("2026-03-31", read.GetProperty("start").GetString());
        Assert.Equal("2026-04-01", read.GetProperty("end").GetString());
        Assert.Equal("2026-01-05T01:02:03+00:00", read.GetProperty("stamp").GetString());
        Assert.Equal(entry.Summary, read.GetProperty("summary").GetString());
        Assert.Equal($"2026年3月1日起可办理 / opens on 2026-03-01\n{description}", read.GetProperty("description").GetString());
        Assert.Equal("http://127.0.0.1:8080/deadlines/1?a=%E4%B8%80", read.GetProperty("url").GetString());
        Assert.Equal([-604800, 32400, -5400, 0], read.GetProperty("alarms").EnumerateArray().Select(a => a.GetDouble()));
        Assert.Empty(read.GetProperty("errors").EnumerateArray());
        Assert.Empty(feed.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task Write_KeepsUidAndRaisesSequence_WhenDeadlineMovesAndIsWithdrawn()
    {
        CalendarEntry moved = Entry with { Sequence = 1, DueOn = new(2026, 4, 1) };
        CalendarEntry withdrawn = moved with { Sequence = 2, Status = CalendarEntryStatus.Cancelled };

        JsonElement[] states = [await OnlyAsync(Entry), await OnlyAsync(moved), await OnlyAsync(withdrawn)];

        Assert.Single(states.Select(s => s.GetProperty("uid").GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal([0, 1, 2], states.Select(s => s.GetProperty("sequence").GetInt32()));
        Assert.Equal("2026-03-31 2026-04-01 2026-04-01", string.Join(' ', states.Select(s => s.GetProperty("start").GetString())));
        Assert.Equal("CONFIRMED CONFIRMED CANCELLED", string.Join(' ', states.Select(s => s.GetProperty("status").GetString())));
        Assert.NotEmpty(states[1].GetProperty("alarms").EnumerateArray());
        Assert.Empty(states[2].GetProperty("alarms").EnumerateArray());
    }

    [Fact]
    public async Task Write_IsAValidCalendar_WhenThereAreNoEntries() =>
        Assert.Empty((await ReadAsync(CalendarFeed.Write("空", "Asia/Shanghai", []))).GetProperty("events").EnumerateArray());

    [Fact]
    public void Write_KeepsEveryLineWithin75BytesAndEndsItWithCrLf_WhenTextIsLong()
    {
        string feed = CalendarFeed.Write("名", "Asia/Shanghai", [Entry with { Summary = new string('督', 500) }]);

        Assert.EndsWith("END:VCALENDAR\r\n", feed, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', feed.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(feed.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void Write_CannotBeLedAstray_WhenTextHoldsLineBreaksAndControlCharacters()
    {
        string feed = CalendarFeed.Write("x", "Asia/Shanghai", [Entry with { Summary = "a\r\nEND:VEVENT\rb\0\u0007c\u2028d" }]);

        Assert.Contains("SUMMARY:a\\nEND:VEVENT\\nbc\\nd\r\n", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_TellsABackslashFromALineBreak_WhenTextHoldsBoth() =>
        // Written out here, because python3-icalendar 4.0 itself reads an escaped backslash before an n as a line break.
        Assert.Equal(@"C:\\new\; a\, b\nc", ContentLine.Escape("C:\\new; a, b\nc"));

    private static async Task<JsonElement> OnlyAsync(CalendarEntry entry) =>
        (await ReadAsync(CalendarFeed.Write("时限", "Asia/Shanghai", [entry]))).GetProperty("events")[0];

    private static async Task<JsonElement> ReadAsync(string feed)
    {
        await using PythonProgram reader = new("Feeds/read_calendar.py");
        return JsonSerializer.Deserialize<JsonElement>(await reader.AnswerAsync(feed));
    }

    private static readonly CalendarEntry Entry = new(
        "140827-yuanqu/annual-plan/scjg/2026@doublerandom", 0, new(2026, 3, 31), null, "报送年度抽查计划（县市场监督管理局）", "依据", new("http://127.0.0.1:8080/deadlines/1?a=一"),
        CalendarEntryStatus.Confirmed, new(2026, 1, 5, 9, 2, 3, TimeSpan.FromHours(8)), [TimeSpan.FromDays(1)]);
}
