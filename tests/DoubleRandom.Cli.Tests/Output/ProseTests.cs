using DoubleRandom.Cli.Output;

namespace DoubleRandom.Cli.Tests.Output;

public class ProseTests
{
    [Theory]
    [InlineData("县发展改革局，县公安局", 12, "县发展改革", "局，县公安局")]
    [InlineData("至 2024-05-15 止", 12, "至", "2024-05-15", "止")]
    [InlineData("（一）每年报送", 6, "（一）", "每年报", "送")]
    [InlineData("one two three", 8, "one two", "three")]
    [InlineData("inspection-task.completed", 10, "inspection", "-task.comp", "leted")]
    [InlineData("甲\n乙", 80, "甲", "乙")]
    [InlineData("", 10, "")]
    public void Lines_BreakLikeATypesetter_WhenTextIsLong(string text, int width, params string[] lines) =>
        Assert.Equal(lines, new Prose(text).Lines(width), StringComparer.Ordinal);

    [Theory]
    [InlineData("本地口径：法律没有给“某日前”下定义（民法典第一千二百五十九条不含“前”），按含当日理解")]
    [InlineData("《彭阳县》已于 2025-04-28 失效，此后不再产生：报送随机抽查事项清单、首次建立“两库”")]
    public void Lines_LoseNothing_WhenWidthsVary(string text)
    {
        for (var width = 12; width < 120; width++)
        {
            var lines = new Prose(text).Lines(width);
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Length > 0 && "，。、：）》”".Contains(line[0], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TrimmedWriter_DropsOnlySpacesAtTheEnd_WhenLinesArePadded()
    {
        using var inner = new StringWriter();
        using var writer = new TrimmedWriter(inner);
        writer.Write("a  b   \n  c \n");
        Assert.Equal("a  b\n  c\n", inner.ToString());
    }
}
