using System.Text.Json;
using DoubleRandom.Core.Forms;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class FormCheckTests
{
    private static readonly Lazy<Pack> Tiny = new(() => PackCompiler.Compile(TestPacks.OneTiny, TestPacks.Tiny).Pack!);

    public static TheoryData<string, string, string, string[]> Cases()
    {
        var data = new TheoryData<string, string, string, string[]>();
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("tests", "cases", "service", "forms.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
            data.Add(
                one.GetProperty("name").GetString()!, one.TryGetProperty("form", out var form) ? form.GetString()! : "tiny-form",
                one.GetProperty("given").GetRawText(), [.. one.GetProperty("then").EnumerateArray().Select(fault => fault.GetString()!)]);
        Assert.NotEmpty(data);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_FindsEveryFault_WhenContentIs(string name, string form, string given, string[] then)
    {
        using var content = JsonDocument.Parse(given);

        var faults = FormCheck.Of(Tiny.Value.Forms[form], content.RootElement);

        Assert.Equal(then.Select(Head), faults.Select(fault => $"{fault.Code} {fault.Subject}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (expected, fault) in then.Zip(faults.OrderBy(fault => $"{fault.Code} {fault.Subject}", StringComparer.Ordinal)))
            Assert.All(expected[Head(expected).Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, fault.Problem.En, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.False(string.IsNullOrEmpty(fault.Problem.Zh) || string.IsNullOrEmpty(fault.Remedy.Zh), name));
    }

    [Theory]
    [InlineData("title", 200)]
    [InlineData("body", 20_000)]
    public void Of_BoundsTexts_WhenTheyAreLong(string field, int most)
    {
        Assert.Empty(Faults(most));
        Assert.Contains($"{most + 1}", Assert.Single(Faults(most + 1)).Problem.En, StringComparison.Ordinal);

        IReadOnlyList<Core.Refusal> Faults(int length) => FormCheck.Of(
            Tiny.Value.Forms["tiny-form"],
            JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "报表", [field] = new('字', length) }));
    }

    /// <summary>Code and place: the first two words of an expected fault.</summary>
    private static string Head(string fault) => string.Join(' ', fault.Split(' ').Take(2));
}
