using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Inspections;

public sealed class RecordCheckTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("inspections").Where(pair => pair.Key.StartsWith("records:", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static readonly RecordTerms Terms = new(new("lead", [new("公示", "条例")]), ["M-01", "M-02"], ResultCategory.All, ["on-site", "written", "network"], new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_IsToldEveryFault_WhenHeldAgainstItsTerms(string name)
    {
        var record = JsonNode.Parse($$"""
            {"visitedAt":"2026-03-16T09:00:00+08:00","place":"东街1号","method":"on-site","inspectors":["M-01","M-02"],"credentialsShown":true,
             "items":[{"item":"公示","category":"no-problem"}],"signature":{"kind":"signed","file":"{{Hash}}"},"photographs":[]}
            """)!.AsObject();
        foreach (var (key, value) in Cases[name]["given"]!.AsObject())
            record[key] = value?.DeepClone();
        var faults = RecordCheck.Of(record.Deserialize<DepartmentRecord>(JsonSerializerOptions.Web)!, Terms);
        Assert.Equal(Cases[name]["then"]!["codes"]!.AsArray().Select(code => code!.GetValue<string>()), faults.Select(fault => $"{fault.Code} {fault.Subject}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(faults, fault => Assert.All([fault.Problem.Zh, fault.Problem.En, fault.Remedy.Zh, fault.Remedy.En], text => Assert.False(string.IsNullOrEmpty(text))));
    }

    [Fact]
    public void Record_IsRefused_WhileItHasNoTeam() =>
        Assert.Contains(RecordCheck.Of(new(null, null, null, ["M-01"], null, null, null, null, null), Terms with { Team = [] }), fault => fault.Code is "team-missing");

    [Fact]
    public void LeftOut_TakesWhatTheOfficerNames_AndEverythingFound_WhenTheWordsNameNothing()
    {
        Assert.Equal(["name", "handling"], ResultBody.LeftOut("隐去企业名称和处理意见"), StringComparer.Ordinal);
        Assert.Equal(["departments", "category", "handling"], ResultBody.LeftOut("涉密部分"), StringComparer.Ordinal);
    }

    [Fact]
    public void Picture_IsToldByItsFirstBytes()
    {
        Assert.Equal("image/jpeg", PictureKind.Of([0xFF, 0xD8, 0xFF, 0xE1])!.MediaType);
        Assert.Equal("image/webp", PictureKind.Of("RIFF....WEBPVP8 "u8)!.MediaType);
        Assert.Equal("application/pdf", PictureKind.Of("%PDF-1.7"u8)!.MediaType);
        Assert.Null(PictureKind.Of("<svg xmlns='http://www.w3.org/2000/svg'/>"u8));
        Assert.Null(PictureKind.Of("GIF89a"u8));
        Assert.Null(PictureKind.Of([]));
    }
}
