using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>docs/workflow-patterns.md names the cases of every pattern, and no others.</summary>
public class PatternPageTests
{
    [Fact]
    public void Page_NamesEveryFile_OfThePatterns()
    {
        var files = Directory.GetFiles(Repository.PathOf("tests", "cases", "workflows", "patterns")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        var rows = File.ReadLines(Repository.PathOf("docs", "workflow-patterns.md")).Where(line => line.Length > 2 && line[0] == '|' && char.IsAsciiDigit(line[2])).ToArray();
        Assert.Equal(20, rows.Length);
        Assert.Equal(string.Join('\n', files), string.Join('\n', rows.Select(row => row.Split('`')[^2])));
    }

    [Fact]
    public void Format_ExplainsEveryCode_OfTheChecks()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "pack-format.md"));
        var codes = Repository.EngineSources().SelectMany(file => file.Text.Split('"').Where(word => word.Length == 5 && word.StartsWith("WF", StringComparison.Ordinal) && word[2..].All(char.IsAsciiDigit))).Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(codes.Length >= 18, $"only {codes.Length} codes");
        Assert.Equal("", string.Join(", ", codes.Where(code => !page.Contains(code, StringComparison.Ordinal))));
    }
}
