using DoubleRandom.Core.Workflows;
using static DoubleRandom.Service.Tests.Inspections.InspectedCounty;

namespace DoubleRandom.Service.Tests.Inspections;

public sealed class ResultStatementsTests
{
    [Fact]
    public async Task Publication_TellsOneRecordForEachTarget_WithoutPeople()
    {
        await using var county = await CompiledAsync(null);
        await PublishAsync(county);
        Assert.Equal([("publish", $"task-{county.Task}/{Shop}", 1), ("publish", $"task-{county.Task}/{Garage}", 1)], await ChainAsync(county));
        var bodies = (await county.Engine.ListAsync<string>("select content from public_entry order by sequence")).ToArray();
        Assert.Contains("\"category\":\"corrected\"", bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"items\":[{\"category\":\"no-problem\",\"item\":\"公示信息检查\"}]", bodies[0], StringComparison.Ordinal);
        Assert.All(bodies, body => Assert.DoesNotContain("M-01", body, StringComparison.Ordinal));
        Assert.All(bodies, body => Assert.DoesNotContain("马一", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publication_CorrectsWhatWasCorrected_AndNothingElse()
    {
        await using var county = await CompiledAsync(null);
        await PublishAsync(county);
        Done(await county.RecordAsync(Record(Road, "pending", "还有两车"), Road, 1, "复核"));
        await PublishAsync(county, "republish");
        Assert.Equal(("correct", $"task-{county.Task}/{Shop}", 2), (await ChainAsync(county))[^1]);
        Assert.Equal(3, (await ChainAsync(county)).Count);
        Assert.Contains("复核", await county.Engine.AskAsync<string>("select content from public_entry order by sequence desc limit 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publication_LeavesOutWhatTheOfficerNames()
    {
        await using var county = await CompiledAsync("trade-secret");
        await county.FinishAsync("redact", content: """{"parts":"隐去检查对象名称和处理意见","ground":"政府信息公开条例第十五条"}""");
        await PublishAsync(county);
        var body = await county.Engine.AskAsync<string>("select content from public_entry order by sequence limit 1");
        Assert.Contains("\"redacted\":[\"name\",\"handling\"]", body, StringComparison.Ordinal);
        Assert.DoesNotContain("责令改正", body, StringComparison.Ordinal);
        Assert.Contains("\"category\":\"corrected\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publication_TellsTheGroundAlone_WhenResultsAreWithheld()
    {
        await using var county = await CompiledAsync("state-secret");
        await county.FinishAsync("withhold", content: """{"parts":"全部","ground":"政府信息公开条例第十四条"}""", by: Head);
        Assert.All(await ChainAsync(county), entry => Assert.Equal("withhold", entry.Act));
        Assert.Equal("""{"ground":"政府信息公开条例第十四条"}""", await county.Engine.AskAsync<string>("select content from public_entry order by sequence limit 1"));

        // A correction must not bring out what was withheld.
        Done(await county.RecordAsync(Record(Road, "pending", "还有两车"), Road, 1, "复核"));
        await PublishAsync(county, "republish");
        Assert.All(await ChainAsync(county), entry => Assert.Equal("withhold", entry.Act));
        Assert.DoesNotContain(await county.Engine.ListAsync<string>("select content from public_entry"), content => content.Contains("pending", StringComparison.Ordinal));
    }

    private static async Task<InspectedCounty> CompiledAsync(string? ground)
    {
        var county = await AtVisitsAsync();
        await county.AnswerAsync(Shop, "corrected", "一车未年检");
        await county.AnswerAsync(Garage);
        await county.FinishAsync("feed-back", content: """{"findings":"一车","answers-for":true}""", by: Road, item: Other);
        await county.CompileAsync(ground);
        return county;
    }

    private static Task PublishAsync(InspectedCounty county, string step = "publish") => county.GiveAsync(step, (run, version) => new WorkflowCommand.Published(run, "P-1") { Version = version });

    private static async Task<IReadOnlyList<(string Act, string Key, int Version)>> ChainAsync(InspectedCounty county) =>
        [.. await county.Engine.ListAsync<(string, string, int)>("select act, key, version from public_entry where kind = 'result' order by sequence")];
}
