using System.Text;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Tests.Engine;

namespace DoubleRandom.Service.Tests.Exchanges;

/// <summary>Results go to a platform as its file, and what it took over comes back.</summary>
public sealed class ExchangeTests
{
    private const string A = "91640425MA00000001";
    private const string B = "91640425MA00000002";

    [Fact]
    public async Task Export_WritesARowForEachItem_InThePlatformsCodes()
    {
        await using var county = await ExchangeCounty.WithAsync();
        await county.PublishAsync(7, A, "corrected");
        var (file, report) = await county.ExportAsync();
        Assert.Equal((1, 2, 0), (report.Results, report.Rows, report.Faults.Count));
        Assert.StartsWith($"\ufeff{ExchangeCounty.Head}\r\n", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Equal([$"task-7/{A},alpha,消防,小店,02", $"task-7/{A},beta,卫生,小店,01"], await county.LinesAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Export_IsRefused_WhenAWordHasNoCode()
    {
        await using var county = await ExchangeCounty.WithAsync();
        await county.PublishAsync(7, A, "pending");
        Assert.Equal(["exchange-no-code"], (await county.ExportAsync()).Report.Faults.Select(fault => fault.Code), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Export_WritesGb18030AndGuardsFormulas_WhenThePlatformWantsIt()
    {
        await using var county = await ExchangeCounty.WithAsync(("utf-8", "gb18030"));
        await county.PublishAsync(7, A, name: "=cmd|'/c calc'!A1𠮷");
        var file = (await county.ExportAsync()).File;
        var text = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(file);
        Assert.StartsWith(ExchangeCounty.Head, text, StringComparison.Ordinal);
        Assert.Contains("'=cmd|'/c calc'!A1𠮷", text, StringComparison.Ordinal);
        Assert.NotEqual(text, Encoding.UTF8.GetString(file), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Export_LeavesOutWhatIsThereOrWithdrawn_UnlessADayIsGiven()
    {
        await using var county = await ExchangeCounty.WithAsync();
        await county.PublishAsync(7, A);
        await county.PublishAsync(7, B, on: "2026-03-01");
        await county.ReceiveAsync(Rows(A, "已接收"));
        Assert.All(await county.LinesAsync(), line => Assert.Contains(B, line, StringComparison.Ordinal));
        Assert.All(await county.LinesAsync(since: "2026-03-02"), line => Assert.Contains(A, line, StringComparison.Ordinal));
        // A corrected result is another version: the platform does not have it yet.
        await county.PublishAsync(7, A, "corrected", StatementAct.Correct);
        await county.PublishAsync(7, B, act: StatementAct.Withdraw);
        Assert.Equal([$"task-7/{A},alpha,消防,小店,02", $"task-7/{A},beta,卫生,小店,01"], await county.LinesAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Receive_NotesEachResultOnce_AndDoesTheStepWhenAllAreThere()
    {
        await using var county = await ExchangeCounty.WithAsync();
        var started = await county.Flows.StartAsync("entry");
        await county.PublishAsync(started.Instance, A);
        await county.PublishAsync(started.Instance, B);
        var first = await county.ReceiveAsync(Rows(A, "已接收", started.Instance));
        Assert.Equal((1, 0, 0), (first.Taken, first.Known, first.Closed.Count));
        Assert.Equal("platform-entry", await county.Flows.OpenAsync(started.Instance));
        string[] both = [.. Rows(A, "已接收", started.Instance), .. Rows(B, "已接收", started.Instance)];
        var second = await county.ReceiveAsync(both);
        Assert.Equal((1, 1), (second.Taken, second.Known));
        Assert.Equal([started.Instance], second.Closed);
        Assert.Equal("ended", (await county.Flows.SeeAsync(started.Instance)).Status);
        var again = await county.ReceiveAsync(both);
        Assert.Equal((0, 2, 0, 0), (again.Taken, again.Known, again.Closed.Count, again.Faults.Count));
        Assert.Equal((2, 2), (await county.Engine.AskAsync<int>("select count(*) from exchange_receipt"), await county.Engine.AskAsync<int>("select count(*) from audit_entry where action = 'exchange.receipt'")));
    }

    [Fact]
    public async Task Receive_DoesTheStep_ThatAnEarlierImportLeftOpen()
    {
        await using var county = await ExchangeCounty.WithAsync();
        var started = await county.Flows.StartAsync("entry");
        await county.PublishAsync(started.Instance, A);
        await county.Engine.DoAsync(
            "insert into exchange_receipt (jurisdiction, profile, key, version, taken_on, file_sha256, at, by) values (@folder, 'above', @key, 1, '2026-03-02', '', now(), '')",
            new { folder = TestPacks.Tiny, key = $"task-{started.Instance}/{A}" });
        Assert.Equal([started.Instance], (await county.ReceiveAsync(Rows(A, "已接收", started.Instance))).Closed);
    }

    [Fact]
    public async Task Receive_TellsWhatWasRefused_AndLeavesTheStepOpen()
    {
        await using var county = await ExchangeCounty.WithAsync();
        var started = await county.Flows.StartAsync("entry");
        await county.PublishAsync(started.Instance, A);
        var report = await county.ReceiveAsync(Rows(A, "已接收", started.Instance)[0], Rows(A, "代码有误", started.Instance)[1]);
        Assert.Equal([$"task-{started.Instance}/{A}"], report.Refused, StringComparer.Ordinal);
        Assert.Equal((0, 0), (report.Taken, report.Closed.Count));
        Assert.Equal("platform-entry", await county.Flows.OpenAsync(started.Instance));
    }

    [Fact]
    public async Task Receive_NotesNothing_WhenALineBelongsToNoResultOrContradictsItself()
    {
        await using var county = await ExchangeCounty.WithAsync();
        await county.PublishAsync(7, A);
        var lost = await county.ReceiveAsync([.. Rows(A, "已接收"), "task-8/X,alpha,消防,小店,01,已接收,1"]);
        Assert.Equal(["4 exchange-row-unknown"], lost.Faults.Select(fault => $"{fault.Line} {fault.Code}"), StringComparer.Ordinal);
        var twice = await county.ReceiveAsync([.. Rows(A, "已接收"), .. Rows(A, "退回")]);
        Assert.Equal(["4 exchange-line-twice", "5 exchange-line-twice"], twice.Faults.Select(fault => $"{fault.Line} {fault.Code}"), StringComparer.Ordinal);
        Assert.Equal(["exchange-column-missing", "exchange-column-missing"], (await county.ReceiveAsync("记录,单位\n1,2"u8.ToArray())).Faults.Select(fault => fault.Code), StringComparer.Ordinal);
        Assert.Equal(["exchange-empty"], (await county.ReceiveAsync()).Faults.Select(fault => fault.Code), StringComparer.Ordinal);
        Assert.Equal(0, await county.Engine.AskAsync<int>("select count(*) from exchange_receipt"));
    }

    private static string[] Rows(string target, string state, long task = 7) => [$"task-{task}/{target},alpha,消防,小店,01,{state},P-1", $"task-{task}/{target},beta,卫生,小店,01,{state},P-1"];
}
