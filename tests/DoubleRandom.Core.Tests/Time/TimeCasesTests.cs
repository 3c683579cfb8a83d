using System.Text.Json;
using DoubleRandom.Core.Time;
using static DoubleRandom.Core.Tests.Time.CalendarFile;

namespace DoubleRandom.Core.Tests.Time;

/// <summary>The hand-checked tables of tests/cases/time: each row one question and the answer the notices give.</summary>
public class TimeCasesTests
{
    private static readonly string Folder = Path.Combine(Root, "tests", "cases", "time");

    private static readonly Dictionary<string, JsonElement> Cases = Directory.GetFiles(Folder, "*.json")
        .SelectMany(file => Rows(file).Select(row => (Key: $"{Path.GetFileNameWithoutExtension(file)}: {row.GetProperty("name").GetString()}", row)))
        .ToDictionary(entry => entry.Key, entry => entry.row, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InEveryTable() => Assert.True(Cases.Count >= 120, $"only {Cases.Count} cases in {Folder}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Answer_IsTheOneOfTheNotices_ForEachCase(string name)
    {
        var row = Cases[name];
        var then = row.GetProperty("then");
        var expected = then.ValueKind == JsonValueKind.Array
            ? string.Join("; ", then.EnumerateArray().Select(line => line.GetString()))
            : then.ToString();
        Assert.Equal(expected, new TimeQuestion(row.GetProperty("given")).Answer());
    }

    private static IEnumerable<JsonElement> Rows(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.EnumerateArray().Select(row => row.Clone())];
    }
}
