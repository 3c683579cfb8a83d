using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Submissions;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class HandInTests
{
    private const string List = """{"items":[{"name":"一"}]}""";
    private static readonly DeadlineKey Monthly = TestEngine.Key("monthly", "alpha", "2026-03");
    private static readonly DeadlineKey Accepted = TestEngine.Key("accepted", "alpha", "2026");
    private static readonly HandedFile Scan = new("清单.pdf", "application/pdf", [1, 2, 3]);

    [Theory]
    [InlineData("2026-03-20 23:59", "met")]
    [InlineData("2026-03-21 00:01", "met-late")]
    public async Task Submit_Meets_WhenSubmissionIsEnough(string at, string status)
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set(at);

        var answer = await engine.SubmitAsync(Monthly);

        Assert.True(answer.IsDone);
        var deadline = await engine.DeadlineAsync(Monthly);
        Assert.Equal((status, engine.Clock.GetUtcNow(), null), (deadline.Status, deadline.SettledAt, deadline.NextRungAt));
        Assert.Equal("submission.handed-in", await engine.AskAsync<string>("select action from audit_entry order by sequence desc limit 1"));
    }

    [Fact]
    public async Task Accept_CountsTheDayOfSubmission_WhenTheReceiverIsSlow()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-06-15 23:00");
        var number = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;
        await engine.SweepThroughAsync("2026-07-10 09:00");

        var answer = await engine.Get<HandIn>().AcceptAsync(number, "王五", default);

        Assert.Equal(("accepted", "王五"), (answer.Value!.State, answer.Value.DecidedBy));
        Assert.Equal("met", (await engine.DeadlineAsync(Accepted)).Status);
        Assert.Equal("submission-decided", Assert.Single((await engine.Get<HandIn>().AcceptAsync(number, "王五", default)).Refusals).Code);
        Assert.Empty(await engine.NoticesAsync("obligation = 'accepted' and unit = 'alpha' and kind = 'escalation'"));
        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean); // The rungs of June rested while the receiver had it.
    }

    [Fact]
    public async Task SendBack_TakesTheLadderUpAgain_AndTheNextSubmissionCounts()
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set("2026-06-10 10:00");
        var first = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;
        await engine.SweepThroughAsync("2026-06-12 15:00");

        Assert.Equal("reason-missing", Assert.Single((await engine.Get<HandIn>().SendBackAsync(first, "王五", " ", default)).Refusals).Code);
        Assert.True((await engine.Get<HandIn>().SendBackAsync(first, "王五", "缺少盖章", default)).IsDone);
        await engine.SweepThroughAsync("2026-06-16 09:00");

        Assert.Equal(["due-day", "late-1wd"], (await engine.NoticesAsync("obligation = 'accepted' and unit = 'alpha'")).Select(notice => Rung(Assert.Single(notice.Covers))), StringComparer.Ordinal);
        var second = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;
        await engine.Get<HandIn>().AcceptAsync(second, "王五", default);
        Assert.Equal("met-late", (await engine.DeadlineAsync(Accepted)).Status);
        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean); // The reminder that fell while the receiver had it is nobody's failure.
    }

    [Fact]
    public async Task SendBack_LeavesTheLadderResting_WhenAnotherSubmissionStillWaits()
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set("2026-06-10 10:00");
        var first = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;
        var second = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;

        await engine.Get<HandIn>().SendBackAsync(first, "王五", "缺少盖章", default);
        Assert.Null((await engine.DeadlineAsync(Accepted)).NextRungAt);
        await engine.Get<HandIn>().SendBackAsync(second, "王五", "缺少盖章", default);
        Assert.NotNull((await engine.DeadlineAsync(Accepted)).NextRungAt);
    }

    [Fact]
    public async Task Submit_NamesEveryFaultAtOnce_WhenRefused()
    {
        await using var engine = await TestEngine.TinyAsync();
        HandedFile[] files = [.. Enumerable.Range(0, 3).Select(i => new HandedFile($"{i}.pdf", "application/pdf", [1])), new("大.pdf", "application/pdf", new byte[HandIn.MostBytes + 1])];

        var answer = await engine.Get<HandIn>().SubmitAsync(
            new(Monthly, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>("""{"tasks":1.5,"nothing":1}"""), files, " ", null), default);

        Assert.Equal(
            ["attachment-too-large", "attachments-too-many", "field-missing", "field-unknown", "field-wrong", "person-missing"],
            answer.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(0, await engine.AskAsync<long>("select count(*) from submission"));
        Assert.Equal("open", (await engine.DeadlineAsync(Monthly)).Status);
    }

    [Fact]
    public async Task Submit_IsRefused_WhenTheDeadlineIsSettledUnknownOrAFileIsMissing()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SubmitAsync(Monthly);

        Assert.Equal("deadline-settled", Assert.Single((await engine.SubmitAsync(Monthly)).Refusals).Code);
        Assert.Equal("deadline-unknown", Assert.Single((await engine.SubmitAsync(TestEngine.Key("monthly", "omega", "2026-03"))).Refusals).Code);
        Assert.Equal("attachments-missing", Assert.Single((await engine.SubmitAsync(Accepted, List)).Refusals).Code);
        Assert.Equal("submission-unknown", Assert.Single((await engine.Get<HandIn>().AcceptAsync(4711, "王五", default)).Refusals).Code);
    }

    [Theory]
    [InlineData("""{"note":"a\u0000b"}""")]
    [InlineData("""{"note":"\ud800"}""")]
    public async Task Submit_IsRefused_WhenADutyWithoutFormGetsWhatIsNoText(string content)
    {
        await using var engine = await TestEngine.TinyAsync();

        Assert.Equal("content-not-text", Assert.Single((await engine.SubmitAsync(TestEngine.Key("advised", "alpha", "2026"), content)).Refusals).Code);
    }

    [Fact]
    public async Task Submit_KeepsFilesWithTheirHash_WhenTheyComeWithIt()
    {
        await using var engine = await TestEngine.TinyAsync();

        var number = (await engine.SubmitAsync(Accepted, List, null, Scan)).Value;

        var file = Assert.Single(await engine.Database.Source.ReadAsync(connection => SubmissionTable.AttachmentsAsync(connection, number, default), default));
        Assert.Equal(("清单.pdf", "application/pdf", 3L, "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"), (file.Name, file.MediaType, file.Bytes, file.Sha256));
    }

    [Fact]
    public async Task Submit_IsOneSubmission_WhenTheClientSendsAgain()
    {
        await using var engine = await TestEngine.TinyAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => engine.SubmitAsync(Monthly, idempotencyKey: "k-1"))));
        var elsewhere = await engine.SubmitAsync(TestEngine.Key("monthly", "beta", "2026-03"), idempotencyKey: "k-1");

        Assert.NotEqual(Assert.Single(sent.Select(answer => answer.Value).Distinct()), elsewhere.Value);
        Assert.Equal(2, await engine.AskAsync<long>("select count(*) from submission"));
    }

    [Fact]
    public async Task Submit_TakesOne_WhenEightPeopleHandInAtOnce()
    {
        await using var engine = await TestEngine.TinyAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => engine.SubmitAsync(Monthly))));

        Assert.Single(sent, answer => answer.IsDone);
        Assert.All(sent.Where(answer => !answer.IsDone), answer => Assert.Equal("deadline-settled", Assert.Single(answer.Refusals).Code));
        Assert.Equal(1, await engine.AskAsync<long>("select count(*) from submission"));
    }

    private static string Rung(string cover) => cover.Split('#')[1].Split('@')[0];
}
