using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Tests.Time;

public class CalendarCheckTests
{
    private static readonly Bilingual Name = new("节", "Feast");

    [Fact]
    public void Faults_AreNone_ForTheCalendarOfChina() => Assert.Empty(CalendarCheck.Faults(CalendarFile.China));

    [Fact]
    public void Faults_AreAllFoundWithTheirPlace_InOnePass()
    {
        var definition = new CalendarDefinition("x", Name, [DayOfWeek.Sunday],
            [
                new(1, 2024, "a", null, [new(new(2024, 1, 1), new(2024, 1, 3), Name), new(new(2024, 2, 2), new(2024, 2, 1), Name)], [new(2024, 1, 2), new(2062, 1, 1)]),
                new(1, 2025, "b", null, [new(new(1999, 12, 31), new(2000, 1, 1), Name)], []),
            ],
            [new(2026, "law", "1", []), new(2026, "law", "1", [new(new(2060, 12, 31), new(2061, 1, 1), Name)])]);
        Assert.Equal<string>(
            ["/notices/1/order", "/notices/0/off/1", "/notices/0/work/0", "/notices/0/work/1", "/notices/1/off/0", "/statutory/1/year", "/statutory/1/off/0"],
            CalendarCheck.Faults(definition).Select(fault => fault.Pointer), StringComparer.Ordinal);
        var refusal = Assert.Throws<ArgumentException>(() => WorkingCalendar.Build(definition));
        Assert.Contains("/notices/0/work/0: 2024-01-02 在同一通知中既放假又上班", refusal.Message, StringComparison.Ordinal);
    }
}
